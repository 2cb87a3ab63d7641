package com.opsatc.kernel.statistics;

/**
 * When a step in a series counts as found.
 *
 * @param threshold how many standard errors the means of both sides must be apart
 * @param minimumPeriods how many periods with observations each side needs
 * @param minimumObservations how many observations each side needs
 * @param effectFloor how far the means must be apart, in the unit of the observations: smaller shifts are real at times but
 *     not worth telling
 */
public record StepRule(double threshold, int minimumPeriods, long minimumObservations, double effectFloor) {
    /**
     * A run tests every split of every series: some 25 splits of 1,000 edges. With 6 standard errors one of 25,000 such tests
     * is wrong with probability 5 in 100,000 (Bonferroni), which leaves room for weeks that are noisier than chance.
     */
    public static final double DEFAULT_THRESHOLD = 6;

    private static final int DEFAULT_PERIODS = 4;
    private static final long DEFAULT_OBSERVATIONS = 30;

    public StepRule {
        if (!(threshold > 0) || minimumPeriods < 1 || minimumObservations < 1 || !(effectFloor >= 0)) {
            throw new IllegalArgumentException("Invalid step rule: threshold, periods and observations are positive,"
                    + " the effect floor is not negative");
        }
    }

    /** The default rule: 6 standard errors, and 4 periods and 30 observations on each side. */
    public static StepRule withEffectFloor(double effectFloor) {
        return new StepRule(DEFAULT_THRESHOLD, DEFAULT_PERIODS, DEFAULT_OBSERVATIONS, effectFloor);
    }
}
