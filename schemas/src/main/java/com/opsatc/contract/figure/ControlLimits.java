package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Natural process limits of a KPI's weekly series, from the weeks that take part in tests, up to a shift where one was found:
 * frozen by them, and applied to the weeks after.
 *
 * @param method {@code XMR} where a document has none, as those of earlier builds do
 * @param mean in the KPI's unit, like the limits; of shares that of all members of these weeks
 * @param lower not below 0 where no figure is; like {@code upper} null for {@code LANEY_P}, where each week has limits of its own
 * @param dispersion how many times as much the weeks vary as independent members would; null for {@code XMR}
 * @param weeks how many weeks they rest on, at least {@link #FEWEST_WEEKS}
 * @param from Monday of the first of these weeks
 * @param to Monday of the last of them
 */
public record ControlLimits(
        LimitMethod method,
        BigDecimal mean,
        BigDecimal lower,
        BigDecimal upper,
        BigDecimal dispersion,
        int weeks,
        LocalDate from,
        LocalDate to) {
    /** Fewer weeks do not tell noise from signal. */
    public static final int FEWEST_WEEKS = 12;

    public ControlLimits {
        method = method == null ? LimitMethod.XMR : method;
        requireNonNull(mean, "mean");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        boolean single = method == LimitMethod.XMR;
        if ((lower != null) != single || (upper != null) != single || (dispersion == null) != single) {
            throw new IllegalArgumentException(
                    "Invalid limits: those of single figures are the same for all weeks, those of shares each week's own");
        }
        if (weeks < FEWEST_WEEKS) {
            throw new IllegalArgumentException("Invalid limits: they need " + FEWEST_WEEKS + " weeks, not " + weeks);
        }
    }

    /** Limits of single figures. */
    public static ControlLimits xmr(
            BigDecimal mean, BigDecimal lower, BigDecimal upper, int weeks, LocalDate from, LocalDate to) {
        return new ControlLimits(LimitMethod.XMR, mean, lower, upper, null, weeks, from, to);
    }

    /** Limits of shares, which the weeks have with them. */
    public static ControlLimits laneyP(
            BigDecimal mean, BigDecimal dispersion, int weeks, LocalDate from, LocalDate to) {
        return new ControlLimits(LimitMethod.LANEY_P, mean, null, null, dispersion, weeks, from, to);
    }

    /** Whether a week takes part and its figure lies beyond a limit; a figure on a limit does not. */
    public boolean exclude(SeriesPoint week) {
        BigDecimal least = week.lower() == null ? lower : week.lower();
        BigDecimal most = week.upper() == null ? upper : week.upper();
        return week.takesPart()
                && least != null
                && (week.value().compareTo(least) < 0 || week.value().compareTo(most) > 0);
    }
}
