package com.opsatc.telemetry.testing;

import com.opsatc.kernel.privacy.UniformSource;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Uniform integers of a seeded generator: the same for the same seed, and so only for tests. */
public final class RepeatableUniforms implements UniformSource {
    private final RandomGenerator random;

    public RepeatableUniforms(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Override
    public long below(long bound) {
        return random.nextLong(bound);
    }

    @Override
    public BigInteger below(BigInteger bound) {
        int bits = bound.bitLength();
        byte[] bytes = new byte[bits / 8 + 1];
        while (true) {
            random.nextBytes(bytes);
            bytes[0] &= (byte) ((1 << bits % 8) - 1);
            BigInteger value = new BigInteger(1, bytes);
            if (value.compareTo(bound) < 0) {
                return value;
            }
        }
    }
}
