package com.opsatc.process.bottleneck;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Shares of whole numbers, with the one rounding that documents use: half even. */
final class Rounded {
    private static final int RATIO_DECIMALS = 6;

    private Rounded() {}

    /** {@code part / whole} with six decimals; nothing of nothing is 0. */
    static BigDecimal share(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            return BigDecimal.ZERO.setScale(RATIO_DECIMALS);
        }

        return new BigDecimal(part).divide(new BigDecimal(whole), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
