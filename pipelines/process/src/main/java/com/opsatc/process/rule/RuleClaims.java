package com.opsatc.process.rule;

import static org.apache.spark.sql.functions.col;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.measure.rule.Breach;
import com.opsatc.kernel.measure.rule.RuleCounts;
import com.opsatc.kernel.statistics.Wilson;
import com.opsatc.process.eventlog.EventLog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From what a pass found of rules to what documents say of them, with the records of the worst breaches. */
public final class RuleClaims {
    /** How many breaches of each rule are listed. */
    public static final int LISTED = 20;

    /** The fewest cases of which it is said whether one slot did both of two activities. */
    private static final long FEWEST_CASES = 20;

    private static final BigDecimal LEVEL = new BigDecimal("0.95");
    private static final int SHARE_DECIMALS = 6;
    private static final String ENDS_UNKNOWN =
            "The connector does not tell what closes a case: what is missing is pending, and broken only once a deadline has passed.";

    private RuleClaims() {}

    /** An event of a case. */
    private record Place(long caseId, int position) {}

    /** What is known of such an event. */
    private record Told(String caseId, long atUs, Citation citation) {}

    /**
     * @param coded all rules, {@code counts} of those that are tested, in their order
     * @param endsKnown whether closed cases can be told from open ones
     * @param rows the log with codes as it is stored, {@code cases} the names of its cases
     * @param files what the codes of files stand for
     * @param system as citations name it
     */
    public static List<RuleFigures> of(
            List<CodedRule> coded,
            List<RuleCounts> counts,
            boolean endsKnown,
            Dataset<Row> rows,
            Dataset<Row> cases,
            List<String> files,
            String system) {
        Map<Place, Told> told = told(counts, rows, cases, files, system);
        Iterator<RuleCounts> found = counts.iterator();
        List<RuleFigures> figures = new ArrayList<>();
        for (CodedRule rule : coded) {
            figures.add(
                    rule.tested()
                            ? figures(rule, found.next(), endsKnown, told)
                            : RuleFigures.notTested(rule.stated(), rule.notes().get(0)));
        }
        return figures;
    }

    private static RuleFigures figures(CodedRule rule, RuleCounts found, boolean endsKnown, Map<Place, Told> told) {
        List<String> caveats = new ArrayList<>(rule.notes());
        if (!endsKnown && found.pending() + found.missing() > 0) {
            caveats.add(ENDS_UNKNOWN);
        }
        if (rule.hands().isPresent()) {
            return ofHands(rule, found, caveats);
        }
        if (found.undecided() > 0) {
            caveats.add(
                    "Undecided are those of which one of two events of a day has no time, so that it is not known which came first.");
        }
        return new RuleFigures(
                rule.stated(),
                rule.clock(),
                /* notTested= */ null,
                totals(found),
                share(found),
                interval(found),
                overruns(found.overruns()),
                caveats,
                found.worst().stream()
                        .map(breach -> breach(breach, rule.clock() != null, told))
                        .toList());
    }

    /** Counts of cases, none of a small group, and no case by name. */
    private static RuleFigures ofHands(CodedRule rule, RuleCounts found, List<String> caveats) {
        if (found.testedCases() < FEWEST_CASES) {
            return RuleFigures.notTested(
                    rule.stated(),
                    "Fewer than " + FEWEST_CASES
                            + " cases have both activities, and of so few it is not said whether one did both.");
        }
        if (found.undecided() == found.activations()) {
            return RuleFigures.notTested(
                    rule.stated(),
                    "Of no case with both activities it is told who or what did them in one month, so that the rule was not tested; a"
                            + " connector's setting resource names the column that tells.");
        }

        caveats.add("Cases that break it are counted and not listed, since a list would say who did what.");
        if (found.undecided() > 0) {
            caveats.add(
                    "Undecided are those of which it is not told who or what did one of the two, or whose two are of different months,"
                            + " since everybody has another number each month.");
        }
        return new RuleFigures(
                rule.stated(),
                /* clock= */ null,
                /* notTested= */ null,
                totals(found),
                share(found),
                interval(found),
                /* overruns= */ null,
                caveats,
                List.of());
    }

    /** Of the cases that are decided; null where none is. */
    private static BigDecimal share(RuleCounts found) {
        long decided = found.keptCases() + found.brokenCases();
        return decided == 0
                ? null
                : BigDecimal.valueOf(found.brokenCases())
                        .divide(BigDecimal.valueOf(decided), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Interval interval(RuleCounts found) {
        long decided = found.keptCases() + found.brokenCases();
        return decided == 0 ? null : interval(found.brokenCases(), decided);
    }

    private static RuleTotals totals(RuleCounts found) {
        return new RuleTotals(
                found.cases(),
                found.testedCases(),
                found.keptCases(),
                found.brokenCases(),
                found.activations(),
                found.kept(),
                found.broken(),
                found.late(),
                found.missing(),
                found.pending(),
                found.undecided());
    }

    private static Interval interval(long broken, long decided) {
        Wilson.Bounds bounds = Wilson.interval(broken, decided);
        return new Interval(LEVEL, bounds.low(), bounds.high(), "wilson");
    }

    private static DurationFigures overruns(Durations overruns) {
        return overruns.n() == 0
                ? null
                : new DurationFigures(
                        overruns.n(),
                        overruns.sumUs(),
                        overruns.meanUs(),
                        overruns.quantileUs(1, 2),
                        overruns.quantileUs(9, 10));
    }

    private static RuleBreach breach(Breach breach, boolean timed, Map<Place, Told> told) {
        Told event = Objects.requireNonNull(told.get(new Place(breach.caseId(), breach.position())), "event");
        Citation by = breach.by() == Breach.NONE
                ? null
                : Objects.requireNonNull(told.get(new Place(breach.caseId(), breach.by())), "by")
                        .citation();
        return new RuleBreach(
                event.caseId(), event.atUs(), event.citation(), by, timed ? Long.valueOf(breach.overrunUs()) : null);
    }

    /** The events of all breaches, in one job. */
    private static Map<Place, Told> told(
            List<RuleCounts> counts, Dataset<Row> rows, Dataset<Row> cases, List<String> files, String system) {
        List<Breach> breaches =
                counts.stream().flatMap(each -> each.worst().stream()).toList();
        Map<Place, Told> told = new HashMap<>();
        if (breaches.isEmpty()) {
            return told;
        }

        Object[] keys = breaches.stream().map(Breach::caseId).distinct().toArray();
        Object[] positions = breaches.stream()
                .flatMap(breach -> Stream.of(breach.position(), breach.by()))
                .filter(position -> position != Breach.NONE)
                .distinct()
                .flatMap(position -> Stream.of(position, ~position))
                .toArray();
        rows.where(col(EventLog.CASE_KEY).isin(keys))
                .where(col(EventLog.POSITION).isin(positions))
                .join(cases.where(col(EventLog.CASE_KEY).isin(keys)), EventLog.CASE_KEY)
                .select(
                        EventLog.CASE_KEY,
                        EventLog.POSITION,
                        EventLog.COMPLETE_US,
                        EventLog.FILE,
                        EventLog.ROW,
                        EventLog.KEY,
                        "case_id")
                .collectAsList()
                .forEach(row -> told.put(
                        new Place(row.getLong(0), EventColumns.place(row.getInt(1))),
                        new Told(
                                row.getString(6),
                                row.getLong(2),
                                new Citation(
                                        system,
                                        new Sha256(files.get(row.getInt(3))),
                                        row.getLong(4),
                                        row.getString(5)))));
        return told;
    }
}
