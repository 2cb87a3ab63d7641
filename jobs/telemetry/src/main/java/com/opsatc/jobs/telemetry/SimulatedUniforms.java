package com.opsatc.jobs.telemetry;

import com.opsatc.kernel.privacy.UniformSource;
import java.math.BigInteger;
import java.util.Random;
import java.util.SplittableRandom;

/** Uniform integers that a seed decides, for fleets that do not exist: they protect nobody, so they may be repeated. */
final class SimulatedUniforms implements UniformSource {
    private final SplittableRandom random;

    SimulatedUniforms(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public BigInteger below(BigInteger bound) {
        int bits = bound.subtract(BigInteger.ONE).bitLength();
        Random drawing = new Random(random.nextLong());
        BigInteger drawn = new BigInteger(bits, drawing);
        while (drawn.compareTo(bound) >= 0) {
            drawn = new BigInteger(bits, drawing);
        }

        return drawn;
    }

    @Override
    public long below(long bound) {
        return random.nextLong(bound);
    }
}
