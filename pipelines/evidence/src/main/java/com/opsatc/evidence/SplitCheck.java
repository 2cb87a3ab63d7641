package com.opsatc.evidence;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.contract.claim.SplitSegment.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A published split held against the rows of its finding: members and figure of each segment exactly, and each effect to less than
 * one unit, by big decimals and another form of the formulas: a segment's effects are together w₁r₁ − w₀r₀ − (w₁ − w₀)(R₀ + R₁) / 2.
 */
final class SplitCheck {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String NOT_RECORDED = "not recorded";
    private static final String OTHER = "other";

    private final ChangeSplit published;
    private final LocalDate changed;
    private final Map<String, Side[]> found = new HashMap<>();
    private final Side[] all = {new Side(), new Side()};

    /** @param changed the first day of the time after */
    SplitCheck(ChangeSplit published, LocalDate changed) {
        this.published = published;
        this.changed = changed;
        published.segments().forEach(segment -> found.put(key(segment), new Side[] {new Side(), new Side()}));
    }

    /** The next row; one of a member that is open counts in no figure. */
    void add(EvidenceRow row) {
        if (row.censored()) {
            return;
        }

        int period = row.date().isBefore(changed) ? 0 : 1;
        all[period].add(row.contribution());
        String value = row.attributes().get(published.attribute());
        String own = value == null ? NOT_RECORDED : "=" + value;
        found
                .computeIfAbsent(found.containsKey(own) ? own : OTHER, unknown -> new Side[] {new Side(), new Side()})[
                period]
                .add(row.contribution());
    }

    boolean matches() {
        return found.size() == published.segments().size()
                && all[0].n > 0
                && all[1].n > 0
                && equal(all[0].figure(decimals()), published.before())
                && equal(all[1].figure(decimals()), published.after())
                && published.segments().stream().allMatch(this::matches);
    }

    private boolean matches(SplitSegment segment) {
        Side[] sides = found.get(key(segment));
        if (sides[0].n != segment.nBefore()
                || sides[1].n != segment.nAfter()
                || !equal(sides[0].figure(decimals()), segment.before())
                || !equal(sides[1].figure(decimals()), segment.after())) {
            return false;
        }

        BigDecimal before = sides[0].n == 0 ? sides[1].mean() : sides[0].mean();
        BigDecimal after = sides[1].n == 0 ? sides[0].mean() : sides[1].mean();
        BigDecimal weightBefore = sides[0].part(all[0]);
        BigDecimal weightAfter = sides[1].part(all[1]);
        BigDecimal rate =
                weightBefore.add(weightAfter).multiply(after.subtract(before)).divide(TWO, DIGITS);
        BigDecimal together = weightAfter
                .multiply(after)
                .subtract(weightBefore.multiply(before))
                .subtract(weightAfter
                        .subtract(weightBefore)
                        .multiply(all[0].mean().add(all[1].mean()))
                        .divide(TWO, DIGITS));
        return near(segment.rate(), rate) && near(segment.mix(), together.subtract(rate));
    }

    /** Effects are rounded up or down, so that they add up. */
    private boolean near(BigDecimal rounded, BigDecimal exact) {
        return rounded.subtract(exact).abs().compareTo(BigDecimal.ONE.movePointLeft(decimals())) < 0;
    }

    private static boolean equal(BigDecimal computed, BigDecimal stated) {
        return computed == null || stated == null ? computed == stated : computed.compareTo(stated) == 0;
    }

    private int decimals() {
        return published.aggregation() == Aggregation.SHARE ? 6 : 0;
    }

    private static String key(SplitSegment segment) {
        if (segment.kind() == Kind.VALUE) {
            return "=" + segment.value();
        }

        return segment.kind() == Kind.OTHER ? OTHER : NOT_RECORDED;
    }

    /** Members of one period. */
    private static final class Side {
        private long n;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(long contribution) {
            n++;
            sum = sum.add(BigDecimal.valueOf(contribution));
        }

        BigDecimal mean() {
            return sum.divide(BigDecimal.valueOf(n), DIGITS);
        }

        BigDecimal part(Side whole) {
            return BigDecimal.valueOf(n).divide(BigDecimal.valueOf(whole.n), DIGITS);
        }

        /** Null without members. */
        BigDecimal figure(int decimals) {
            return n == 0 ? null : sum.divide(BigDecimal.valueOf(n), decimals, RoundingMode.HALF_EVEN);
        }
    }
}
