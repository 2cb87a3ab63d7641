package com.opsatc.kernel.privacy;

import java.math.BigInteger;

/**
 * Uniform integers, the only randomness that the samplers use.
 *
 * <p>The guarantee of every release rests on the implementation: its values must be uniform, independent and unpredictable,
 * from a generator that is never seeded by the program, stored or sent. The kernel makes none.
 */
@FunctionalInterface
public interface UniformSource {
    /** A uniform integer from 0 to {@code bound - 1}; the bound is at least 1, and a bound of 1 is asked for too. */
    BigInteger below(BigInteger bound);

    /** The same for bounds that fit a {@code long}; a source may answer it faster, never otherwise distributed. */
    default long below(long bound) {
        return below(BigInteger.valueOf(bound)).longValueExact();
    }
}
