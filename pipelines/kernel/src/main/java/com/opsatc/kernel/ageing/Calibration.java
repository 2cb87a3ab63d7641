package com.opsatc.kernel.ageing;

/**
 * How often what was foreseen in held-out weeks came true.
 *
 * @param weeks in which at least one group of cases was looked at
 * @param groups of cases of one week and class of time before their date, each with a predicted interval
 * @param cases in all groups
 * @param insideMillionths in how many of the groups the count was in its middle 90 %, counted in parts and millionths
 */
public record Calibration(int weeks, int groups, long cases, long insideMillionths) {
    /** Fewer groups tell nothing. */
    public static final int FEWEST_GROUPS = 20;

    private static final double LEVEL = 0.9;
    private static final double TOLERANCE = 0.02;
    private static final double Z = 1.959963984540054;

    public Calibration {
        if (insideMillionths < 0 || insideMillionths > groups * PredictedCount.MILLION) {
            throw new IllegalArgumentException("Invalid calibration: more intervals cover than there are");
        }
    }

    /** Whether there are groups enough to tell. */
    public boolean tells() {
        return groups >= FEWEST_GROUPS;
    }

    /**
     * Whether 88 to 92 % of the intervals cover, or as many as so few intervals cannot tell from 90 %: less than 1.96 standard errors
     * of a share of 90 % away. No where there are too few to tell.
     */
    public boolean holds() {
        if (!tells()) {
            return false;
        }

        double share = insideMillionths / ((double) PredictedCount.MILLION * groups);
        return Math.abs(share - LEVEL) <= Math.max(TOLERANCE, Z * Math.sqrt(LEVEL * (1 - LEVEL) / groups));
    }
}
