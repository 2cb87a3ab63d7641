package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * The discrete Laplace distribution: an integer {@code x} with probability proportional to {@code exp(-|x| / scale)}, drawn
 * exactly.
 *
 * <p>Source: Canonne, Kamath and Steinke, 2020, algorithm 2. How many uniform integers a draw takes depends on its value:
 * draw in a batch, apart from whoever could time it.
 */
public final class DiscreteLaplace {
    /** Below it no product of a draw leaves a {@code long}, except with a probability below 2^-64, and then it fails. */
    private static final int SMALL_BITS = 31;

    private final BigInteger numerator;
    private final BigInteger denominator;
    private final boolean small;

    /** @param scale above 0; e.g. {@code 1/1} gives 0 with probability .462 */
    public DiscreteLaplace(Rational scale) {
        requireNonNull(scale, "scale");
        if (scale.signum() <= 0) {
            throw new IllegalArgumentException("Invalid scale " + scale + ": expected more than 0");
        }

        numerator = scale.numerator();
        denominator = scale.denominator();
        small = numerator.bitLength() <= SMALL_BITS && denominator.bitLength() <= SMALL_BITS;
    }

    /** One draw; a value that does not fit is an {@link ArithmeticException}. */
    public long draw(UniformSource uniforms) {
        return small ? drawSmall(uniforms) : drawLarge(uniforms).longValueExact();
    }

    private long drawSmall(UniformSource uniforms) {
        long t = numerator.longValueExact();
        long s = denominator.longValueExact();
        while (true) {
            boolean negative = uniforms.below(2) == 1;
            long magnitude = geometric(s, t, uniforms);
            // Zero would come up with either sign, twice as often as it should.
            if (!negative || magnitude != 0) {
                return negative ? -magnitude : magnitude;
            }
        }
    }

    private static long geometric(long s, long t, UniformSource uniforms) {
        long u = uniforms.below(t);
        while (!Bernoulli.exp(u, t, uniforms)) {
            u = uniforms.below(t);
        }
        return Math.addExact(Math.multiplyExact(wholeScales(uniforms), t), u) / s;
    }

    BigInteger drawLarge(UniformSource uniforms) {
        while (true) {
            boolean negative = uniforms.below(2) == 1;
            BigInteger magnitude = geometric(denominator, numerator, uniforms);
            if (!negative || magnitude.signum() != 0) {
                return negative ? magnitude.negate() : magnitude;
            }
        }
    }

    private static BigInteger geometric(BigInteger s, BigInteger t, UniformSource uniforms) {
        BigInteger u = uniforms.below(t);
        while (!Bernoulli.exp(u, t, uniforms)) {
            u = uniforms.below(t);
        }
        return BigInteger.valueOf(wholeScales(uniforms)).multiply(t).add(u).divide(s);
    }

    private static long wholeScales(UniformSource uniforms) {
        long count = 0;
        while (Bernoulli.expUnit(1, 1, uniforms)) {
            count++;
        }
        return count;
    }
}
