package com.opsatc.jobs.simulate;

import java.math.BigInteger;
import java.util.List;

/** The middle of a list of whole numbers: of the two middle ones their mean, half even to a whole number. */
final class Medians {
    private Medians() {}

    /** 0 for an empty list. */
    static long of(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        if (n == 0) {
            return 0;
        }

        BigInteger twice = BigInteger.valueOf(sorted.get((n - 1) / 2)).add(BigInteger.valueOf(sorted.get(n / 2)));
        BigInteger half = twice.shiftRight(1);
        boolean tie = twice.testBit(0);
        return half.add(tie && half.testBit(0) ? BigInteger.ONE : BigInteger.ZERO)
                .longValueExact();
    }
}
