package com.opsatc.kernel.statistics;

/**
 * A lasting shift of a mean between two periods of a series.
 *
 * @param index the first shifted period
 * @param z the difference of the means in standard errors, positive when the mean rose
 * @param nBefore observations before the shift
 * @param nAfter observations from the shift on
 * @param testsInFamily how many splits of the series were tested
 */
public record Step(
        int index, double z, double meanBefore, double meanAfter, long nBefore, long nAfter, int testsInFamily) {}
