package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * The discrete Gaussian distribution: an integer {@code x} with probability proportional to {@code exp(-x^2 / 2 variance)},
 * drawn exactly.
 *
 * <p>Added to a vector of integers, one independent draw to each, it makes a change of the vector by L2 norm {@code D}
 * {@code D^2 / (2 variance)}-zCDP. Source: Canonne, Kamath and Steinke, 2020, algorithm 3 and theorem 14. Draws never appear
 * in a message or log: whoever knows the noise knows the sum.
 */
public final class DiscreteGaussian {
    private final BigInteger a;
    private final BigInteger b;
    private final BigInteger scale;
    private final BigInteger scaleTimesB;
    private final BigInteger bound;
    private final DiscreteLaplace proposal;

    /** @param variance above 0, in units squared; from 4 upwards it is the draws' own to twelve digits */
    public DiscreteGaussian(Rational variance) {
        requireNonNull(variance, "variance");
        if (variance.signum() <= 0) {
            throw new IllegalArgumentException("Invalid variance " + variance + ": expected more than 0");
        }

        a = variance.numerator();
        b = variance.denominator();
        scale = a.divide(b).sqrt().add(BigInteger.ONE);
        scaleTimesB = scale.multiply(b);
        bound = a.multiply(b).multiply(scale).multiply(scale).shiftLeft(1);
        proposal = new DiscreteLaplace(new Rational(scale, BigInteger.ONE));
    }

    /** One draw; a value that does not fit is an {@link ArithmeticException}. */
    public long draw(UniformSource uniforms) {
        while (true) {
            long candidate = proposal.draw(uniforms);
            BigInteger distance =
                    BigInteger.valueOf(candidate).abs().multiply(scaleTimesB).subtract(a);
            if (Bernoulli.exp(distance.multiply(distance), bound, uniforms)) {
                return candidate;
            }
        }
    }
}
