package com.opsatc.contract.figure;

import java.math.BigDecimal;

/**
 * How far an order line may be from what was agreed and still count as on time and in full: part of what the figure means.
 *
 * @param earlyDays whole calendar days before the due date, 0 or more; null for as early as it likes
 * @param lateDays whole calendar days after the due date, 0 or more
 * @param underPercent how much of the ordered quantity may be missing; null where quantities play no part
 * @param overPercent how much more than the ordered quantity may come; null where more neither helps nor harms
 * @param onTimeBy which delivery says whether a line is on time: {@code first}, {@code completing} or {@code last}; null
 *     where there is but one date
 */
public record Tolerance(
        Integer earlyDays, int lateDays, BigDecimal underPercent, BigDecimal overPercent, String onTimeBy) {
    private static final String COMPLETING = "completing";

    public Tolerance {
        if (lateDays < 0 || earlyDays != null && earlyDays < 0 || negative(underPercent) || negative(overPercent)) {
            throw new IllegalArgumentException("Invalid tolerance: it is below zero");
        }
    }

    /** For people, e.g. {@code any days early, 0 days late, 0 % under, any % over}. */
    public String text() {
        String days = (earlyDays == null ? "any" : earlyDays) + " days early, " + lateDays + " days late";
        String quantity = underPercent == null
                ? ""
                : ", " + underPercent.toPlainString() + " % under, "
                        + (overPercent == null ? "any" : overPercent.toPlainString()) + " % over";
        String basis =
                onTimeBy == null || onTimeBy.equals(COMPLETING) ? "" : "; on time by the " + onTimeBy + " delivery";
        return days + quantity + basis;
    }

    private static boolean negative(BigDecimal percent) {
        return percent != null && percent.signum() < 0;
    }
}
