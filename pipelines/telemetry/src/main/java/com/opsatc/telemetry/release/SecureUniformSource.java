package com.opsatc.telemetry.release;

import com.opsatc.kernel.privacy.UniformSource;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Uniform integers from the operating system's generator of secrets, by rejection: exact for every bound.
 *
 * <p>Nothing seeds, stores or sends it: each is made where it is used, and the bytes of a draw are zeroed when it is made. Not
 * safe for use by two threads.
 */
final class SecureUniformSource implements UniformSource {
    private static final int BUFFERED = 512;

    private final SecureRandom secure = new SecureRandom();
    private final byte[] buffer = new byte[BUFFERED];
    private int used = BUFFERED;

    @Override
    public BigInteger below(BigInteger bound) {
        if (bound.signum() <= 0) {
            throw new IllegalArgumentException("Invalid bound: expected at least 1");
        }

        int bits = bound.subtract(BigInteger.ONE).bitLength();
        while (true) {
            BigInteger candidate = bits(bits);
            if (candidate.compareTo(bound) < 0) {
                return candidate;
            }
        }
    }

    @Override
    public long below(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("Invalid bound: expected at least 1");
        }

        int bits = Long.SIZE - Long.numberOfLeadingZeros(bound - 1);
        while (true) {
            long candidate = 0;
            for (int taken = 0; taken < bits; taken += Byte.SIZE) {
                candidate = (candidate << Byte.SIZE) | (next() & 0xFF);
            }
            candidate &= bits == 0 ? 0 : -1L >>> (Long.SIZE - bits);
            if (candidate < bound) {
                return candidate;
            }
        }
    }

    private BigInteger bits(int bits) {
        byte[] magnitude = new byte[(bits + Byte.SIZE - 1) / Byte.SIZE];
        for (int index = 0; index < magnitude.length; index++) {
            magnitude[index] = next();
        }
        if (bits % Byte.SIZE != 0) {
            magnitude[0] &= (byte) ((1 << (bits % Byte.SIZE)) - 1);
        }
        BigInteger value = new BigInteger(1, magnitude);
        Arrays.fill(magnitude, (byte) 0);
        return value;
    }

    private byte next() {
        if (used == BUFFERED) {
            secure.nextBytes(buffer);
            used = 0;
        }

        byte value = buffer[used];
        buffer[used] = 0;
        used++;
        return value;
    }
}
