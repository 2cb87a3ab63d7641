package com.opsatc.kernel.statistics;

/**
 * A lasting shift of a mean between two periods of a series.
 *
 * @param index the first shifted period
 * @param z the difference of the means in standard errors, positive when the mean rose
 * @param nBefore observations before the shift
 * @param nAfter observations from the shift on
 * @param lastPeriodsAgree whether each of the last periods, of as many as the rule asks for on a side, is nearer to the mean
 *     after the shift than to the one before it
 * @param testsInFamily how many splits of the series were tested
 */
public record LevelShift(
        int index,
        double z,
        double meanBefore,
        double meanAfter,
        long nBefore,
        long nAfter,
        boolean lastPeriodsAgree,
        int testsInFamily) {}
