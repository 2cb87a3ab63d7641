package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.statistics.BucketBootstrap;
import com.opsatc.kernel.statistics.Concentration;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.Intervals;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The edges with the most time beyond their target, each with every occurrence as evidence (definitions 1.7). Against the first
 * quartile the evidence holds the gaps; against a declared target what each exceeds it by, and the figure is their sum.
 *
 * <p>The interval resamples cases with the target held; its seed is fixed, so that the same cases give the same interval.
 */
final class BottleneckFindings {
    private static final int TOP = 5;
    private static final long SEED = 1;

    private final ProcessInput in;
    private final MinedProcess process;
    private final Dataset<Row> steps;
    private final Definition definition;
    private final Yardstick yardstick;

    BottleneckFindings(
            ProcessInput in, MinedProcess process, Dataset<Row> steps, Definition definition, Yardstick yardstick) {
        this.yardstick = yardstick;
        this.in = in;
        this.process = process;
        this.steps = steps;
        this.definition = definition;
    }

    /** @param weeks how many weeks the log covers */
    List<FindingDraft> drafts(List<Bottleneck> ranked, int weeks) {
        List<FindingDraft> drafts = new ArrayList<>();
        for (Bottleneck bottleneck : ranked.subList(0, Math.min(TOP, ranked.size()))) {
            drafts.add(new FindingDraft(
                    FindingKind.BOTTLENECK,
                    FindingDraft.Tier.TIME,
                    (double) bottleneck.recoverableUs() / Math.max(1, weeks),
                    String.format(Locale.ROOT, "%03d", bottleneck.rank()),
                    null,
                    (id, rank, sink) -> publish(bottleneck, id, rank, sink)));
        }
        return drafts;
    }

    static final class Search implements Finder {
        @Override
        public ShiftSearch search(Looked looked, Yardstick yardstick) {
            List<FindingDraft> drafts = new BottleneckFindings(
                            looked.process(),
                            looked.mined(),
                            looked.steps(),
                            looked.definition(FindingKind.BOTTLENECK),
                            yardstick)
                    .drafts(looked.ranked(), looked.weeks().mondays().size());
            return ShiftSearch.ranking(FindingKind.BOTTLENECK, drafts, "No step has time beyond its target.");
        }
    }

    private Finding publish(Bottleneck bottleneck, String id, int rank, EvidenceSink sink) {
        TimedEdge step = process.step(bottleneck.from(), bottleneck.to());
        boolean declared = bottleneck.againstDeclaredTarget();
        Dataset<Row> gaps = EdgeOccurrences.of(steps, step);
        EvidenceDocuments.Written written = EvidenceDocuments.write(
                declared ? EdgeOccurrences.beyond(gaps, bottleneck.targetUs()) : gaps,
                in.system(),
                in.zone(),
                id,
                sink,
                bottleneck.n());
        CountedMembers members = written.population();
        Agreement.require("the number of occurrences", id, members.n(), bottleneck.n());
        Aggregation aggregation = declared ? Aggregation.SUM : definition.aggregation();
        BigDecimal value = Aggregates.of(aggregation, members);
        Agreement.require("the time beyond the target", id, value.longValueExact(), bottleneck.recoverableUs());
        long targetUs = declared ? 0 : bottleneck.targetUs();
        BottleneckTrend trend = BottleneckTrend.of(members, yardstick, definition.direction());
        Map<FigureName, BigDecimal> facts = facts(bottleneck);
        facts.putAll(trend.facts());
        Concentration.inTheTopTenth(members.recordSums(time -> Math.max(0, time - targetUs)))
                .ifPresent(share -> facts.put(FigureName.CONCENTRATION, share));
        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.BOTTLENECK)
                .process(in.process())
                .rank(rank)
                .definition(definition.ref())
                .subjects(List.of(bottleneck.from(), bottleneck.to()))
                .statement(statement(bottleneck, value) + latest(trend.trend()))
                .value(value)
                .unit(definition.unit())
                .aggregation(aggregation)
                .interval(interval(members, targetUs))
                .window(new Window(
                        members.firstDate(), members.lastDate(), in.zone().getId()))
                .n(members.n())
                .facts(facts)
                .trend(trend.trend())
                .testsInFamily(0)
                .caveats(caveats(step, declared))
                .evidence(written.evidence())
                .build();
    }

    private String statement(Bottleneck bottleneck, BigDecimal value) {
        String time = "From {subject.1} to {subject.2}, " + definition.unit().text(value);
        String share = Humane.share(bottleneck.share());
        return bottleneck.againstDeclaredTarget()
                ? time + " could be recovered against the declared target of " + Humane.duration(bottleneck.targetUs())
                        + ", " + share + " of the time of all steps beyond theirs."
                : time + " longer than the fastest quarter, " + share + " of that time of all steps.";
    }

    /** What the latest weeks say, where they say something. */
    private static String latest(Trend trend) {
        return switch (trend) {
            case WORSENED -> " In the latest eight weeks its median was above what it was before, each time.";
            case IMPROVED -> " In the latest eight weeks its median was below what it was before, each time.";
            default -> "";
        };
    }

    private static Interval interval(CountedMembers members, long targetUs) {
        Range range = BucketBootstrap.interval(members.bucketSums(time -> Math.max(0, time - targetUs)), SEED);
        return new Interval(
                Intervals.LEVEL, BigDecimal.valueOf(range.low()), BigDecimal.valueOf(range.high()), "bucket-bootstrap");
    }

    private static Map<FigureName, BigDecimal> facts(Bottleneck bottleneck) {
        Map<FigureName, BigDecimal> facts = new TreeMap<>(Map.of(
                FigureName.CASES, BigDecimal.valueOf(bottleneck.cases()),
                FigureName.MEAN_US, BigDecimal.valueOf(bottleneck.meanUs()),
                FigureName.P50_US, BigDecimal.valueOf(bottleneck.p50Us()),
                FigureName.P90_US, BigDecimal.valueOf(bottleneck.p90Us()),
                FigureName.SHARE, bottleneck.share(),
                FigureName.TARGET_US, BigDecimal.valueOf(bottleneck.targetUs())));
        if (bottleneck.nWithoutStart() != null) {
            facts.put(FigureName.N_WITHOUT_START, BigDecimal.valueOf(bottleneck.nWithoutStart()));
        }
        return facts;
    }

    private static List<String> caveats(TimedEdge step, boolean declared) {
        List<String> caveats = new ArrayList<>();
        caveats.add(
                declared
                        ? "The target is declared; the time beyond it is an upper bound of what reaching it would recover."
                        : "It is measured against the first quartile of the step's own times, what a quarter of its"
                                + " occurrences stay below: that the rest could be recovered is not known until a target is"
                                + " declared.");
        caveats.add("The time is elapsed time, nights and weekends included, and no labour time.");
        caveats.addAll(StepCaveats.of(step));
        return caveats;
    }
}
