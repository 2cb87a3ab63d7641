package com.opsatc.process.finding.week;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.figure.Interval;
import com.opsatc.kernel.statistics.Wilson;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.Intervals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** A figure after a shift beside the same figure before it; both have members. */
public record Comparison(Aggregation aggregation, CountedMembers before, CountedMembers after) {
    private static final BigDecimal POINTS = new BigDecimal("0.05");
    private static final BigDecimal PART = new BigDecimal("0.25");
    private static final int RATIO_DECIMALS = 6;
    /** Two in three. */
    private static final int FEWER = 2;

    private static final int FEWER_OF = 3;

    public static Comparison of(Aggregation aggregation, CountedMembers members, Shift shift) {
        return new Comparison(
                aggregation,
                members.between(shift.first(), shift.lastBefore()),
                members.between(shift.shifted(), shift.last()));
    }

    public BigDecimal valueBefore() {
        return Aggregates.of(aggregation, before);
    }

    public BigDecimal valueAfter() {
        return Aggregates.of(aggregation, after);
    }

    public boolean rose() {
        return valueAfter().compareTo(valueBefore()) > 0;
    }

    /**
     * Whether readers would see it in the figures: five points of a share; a quarter of a duration, and no less than
     * {@code floorUs}.
     */
    public boolean worthTelling(long floorUs) {
        BigDecimal change = change();
        if (aggregation == Aggregation.SHARE) {
            return change.compareTo(POINTS) >= 0;
        }

        BigDecimal floor = valueBefore().multiply(PART);
        return floor.signum() > 0 && change.compareTo(floor) >= 0 && change.compareTo(BigDecimal.valueOf(floorUs)) >= 0;
    }

    private BigDecimal change() {
        return valueAfter().subtract(valueBefore()).abs();
    }

    /** How much time a week the change of a median moves, in microseconds: what bottlenecks are comparable by. */
    public double weeklyEffect(Shift shift) {
        return change().doubleValue() * after.n() / shift.weeksAfter();
    }

    /** Whether a week has fewer than two in three of the members that it had before. */
    public boolean fewerMembers(Shift shift) {
        return (long) after.n() * shift.weeksBefore() * FEWER_OF < (long) before.n() * shift.weeksAfter() * FEWER;
    }

    public Interval interval() {
        return Intervals.of(aggregation, after).orElse(null);
    }

    public Map<FigureName, BigDecimal> facts(Shift shift) {
        Map<FigureName, BigDecimal> facts = new TreeMap<>();
        facts.put(FigureName.BEFORE, valueBefore());
        facts.put(FigureName.AFTER, valueAfter());
        facts.put(FigureName.CHANGE, valueAfter().subtract(valueBefore()));
        facts.put(FigureName.N_BEFORE, BigDecimal.valueOf(before.n()));
        facts.put(FigureName.WEEKS_BEFORE, BigDecimal.valueOf(shift.weeksBefore()));
        facts.put(FigureName.WEEKS_AFTER, BigDecimal.valueOf(shift.weeksAfter()));
        Intervals.of(aggregation, before).ifPresent(interval -> {
            facts.put(FigureName.BEFORE_LOW, interval.low());
            facts.put(FigureName.BEFORE_HIGH, interval.high());
        });
        if (aggregation == Aggregation.SHARE) {
            Wilson.Bounds bounds = Intervals.ofChange(before, after);
            facts.put(FigureName.CHANGE_LOW, bounds.low());
            facts.put(FigureName.CHANGE_HIGH, bounds.high());
        } else {
            facts.put(
                    FigureName.CHANGE_RATIO,
                    valueAfter().subtract(valueBefore()).divide(valueBefore(), RATIO_DECIMALS, RoundingMode.HALF_EVEN));
        }
        return facts;
    }
}
