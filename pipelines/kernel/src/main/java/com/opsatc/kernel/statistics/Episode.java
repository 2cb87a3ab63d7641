package com.opsatc.kernel.statistics;

/**
 * A stretch of a series whose mean is another than before and after it, which are alike.
 *
 * @param from the first period of it
 * @param until the first period after it
 * @param z the difference of the means within and outside in standard errors, positive when the mean was higher within
 * @param tests how many stretches of the series were tested
 */
public record Episode(int from, int until, double z, int tests) {}
