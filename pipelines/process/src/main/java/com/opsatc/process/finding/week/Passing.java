package com.opsatc.process.finding.week;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Interval;
import com.opsatc.kernel.statistics.Episode;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.Intervals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A figure over the weeks of an episode beside the same figure before and after it; each has members.
 *
 * @param from Monday of the first week of the episode
 * @param until Monday of the first week after it
 */
public record Passing(
        Comparison begun, CountedMembers after, LocalDate first, LocalDate from, LocalDate until, LocalDate last) {
    public static Passing of(Aggregation aggregation, CountedMembers members, WeekSums weeks, Episode episode) {
        LocalDate first = weeks.mondays().get(0);
        LocalDate from = weeks.mondays().get(episode.from());
        LocalDate until = weeks.mondays().get(episode.until());
        LocalDate last = weeks.mondays().get(weeks.weeks() - 1).plusDays(6);
        return new Passing(
                new Comparison(
                        aggregation,
                        members.between(first, from.minusDays(1)),
                        members.between(from, until.minusDays(1))),
                members.between(until, last),
                first,
                from,
                until,
                last);
    }

    public CountedMembers within() {
        return begun.after();
    }

    public BigDecimal value() {
        return begun.valueAfter();
    }

    public Interval interval() {
        return begun.interval();
    }

    private BigDecimal valueAfter() {
        return Aggregates.of(begun.aggregation(), after);
    }

    /** Whether readers would see both that it began and that it ended. */
    public boolean worthTelling(long floorUs) {
        return begun.worthTelling(floorUs)
                && new Comparison(begun.aggregation(), after, within()).worthTelling(floorUs);
    }

    /** As {@link Comparison#weeklyEffect}. */
    public double weeklyEffect() {
        return begun.valueAfter().subtract(begun.valueBefore()).abs().doubleValue() * within().n() / weeks(from, until);
    }

    /** @param subject as in "{subject.1}" */
    public String statement(String subject, Unit unit) {
        return subject + (begun.rose() ? " rose" : " fell") + " from " + unit.text(begun.valueBefore())
                + " to " + unit.text(value()) + " in the week of " + from + ", then recovered to "
                + unit.text(valueAfter()) + " in the week of " + until + ".";
    }

    public Map<FigureName, BigDecimal> facts() {
        Map<FigureName, BigDecimal> facts = new TreeMap<>();
        facts.put(FigureName.BEFORE, begun.valueBefore());
        facts.put(FigureName.AFTER, valueAfter());
        facts.put(FigureName.CHANGE, value().subtract(begun.valueBefore()));
        facts.put(FigureName.N_BEFORE, BigDecimal.valueOf(begun.before().n()));
        facts.put(FigureName.N_AFTER, BigDecimal.valueOf(after.n()));
        facts.put(FigureName.WEEKS_BEFORE, BigDecimal.valueOf(weeks(first, from)));
        facts.put(FigureName.WEEKS_WITHIN, BigDecimal.valueOf(weeks(from, until)));
        facts.put(FigureName.WEEKS_AFTER, BigDecimal.valueOf(weeks(until, last.plusDays(1))));
        Intervals.of(begun.aggregation(), begun.before()).ifPresent(interval -> {
            facts.put(FigureName.BEFORE_LOW, interval.low());
            facts.put(FigureName.BEFORE_HIGH, interval.high());
        });
        Intervals.of(begun.aggregation(), after).ifPresent(interval -> {
            facts.put(FigureName.AFTER_LOW, interval.low());
            facts.put(FigureName.AFTER_HIGH, interval.high());
        });
        return facts;
    }

    private static long weeks(LocalDate monday, LocalDate next) {
        return ChronoUnit.WEEKS.between(monday, next);
    }

    public List<String> caveats(StepRule rule, long tests) {
        return List.of(
                "Compared are the full weeks from " + first + " to " + last
                        + "; either end of the episode is the best of them and may be off by one.",
                String.format(
                        Locale.ROOT,
                        "An episode counts from %.1f standard errors on, so that none of the %,d tested passes by chance but"
                                + " once in a thousand runs.",
                        rule.threshold(),
                        tests),
                "The episode that stands out most is the one measured: the change is overstated rather than understated.");
    }
}
