package com.opsatc.contract.ageing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How often what was foreseen for held-out weeks came true (definitions 1.19).
 *
 * @param weeks how many were foreseen
 * @param groups predicted 90 % intervals: of cases of one week and class of time before their date
 * @param cases in all groups
 * @param covered how many of the groups came out within their interval, counted in parts, six decimals
 * @param holds whether 88 to 92 % of the intervals cover, or as many as so few intervals cannot tell from 90 %
 */
public record HeldOutCoverage(int weeks, int groups, long cases, BigDecimal covered, boolean holds) {
    public HeldOutCoverage {
        requireNonNull(covered, "covered");
    }
}
