package com.opsatc.telemetry.release;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.privacy.DiscreteGaussian;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.UniformSource;
import java.math.BigInteger;

/**
 * Adds exact discrete Gaussian noise to vectors, a draw of its own to every cell, cells of zero included.
 *
 * <p>Guarantee of {@link #secure}: nobody can foresee or repeat a draw. {@link #of} is for simulated fleets, whose exact vectors
 * are nobody's; a {@link Releaser} takes none.
 */
public final class Noise {
    private final UniformSource uniforms;

    private Noise(UniformSource uniforms) {
        this.uniforms = requireNonNull(uniforms, "uniforms");
    }

    public static Noise secure() {
        return new Noise(new SecureUniformSource());
    }

    /** Noise from a given source, whose draws are only as unforeseeable as it is. */
    public static Noise of(UniformSource uniforms) {
        return new Noise(uniforms);
    }

    /**
     * A new vector: each cell with its noise.
     *
     * @param exact cells in units; left as they are
     * @param variance of the noise in units squared, above 0
     */
    public long[] added(long[] exact, BigInteger variance) {
        DiscreteGaussian gaussian = new DiscreteGaussian(new Rational(variance, BigInteger.ONE));
        long[] noised = new long[exact.length];
        for (int cell = 0; cell < exact.length; cell++) {
            noised[cell] = Math.addExact(exact[cell], gaussian.draw(uniforms));
        }
        return noised;
    }

    @Override
    public String toString() {
        return "Noise";
    }
}
