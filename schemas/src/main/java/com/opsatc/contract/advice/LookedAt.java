package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

/**
 * What a process was looked at for, so that silence is not mistaken for absence.
 *
 * @param looked how many steps, activities, pairs or KPIs
 * @param shown how many of them show the sign
 * @param recommended how many recommendations answer it
 * @param rule when the sign is seen, as a sentence
 */
public record LookedAt(String process, Sign sign, long looked, long shown, long recommended, String rule) {
    public LookedAt {
        requireNonNull(process, "process");
        requireNonNull(sign, "sign");
        requireNonNull(rule, "rule");
    }
}
