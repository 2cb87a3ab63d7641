package com.opsatc.process.finding;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.statistics.StepRule;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.finding.week.Comparison;
import com.opsatc.process.finding.week.Shift;
import com.opsatc.process.finding.week.ShiftTexts;
import com.opsatc.process.finding.week.Tested;
import com.opsatc.process.finding.week.WeekSums;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lasting steps in the weekly gaps of edges (definition edge-shift), from what the mining pass kept of each week.
 *
 * <p>Weeks at the edges of the extract are left out, as {@link Yardstick} says.
 */
final class EdgeShifts {
    /** Fewer occurrences than on two sides together cannot be compared. */
    private static final long FEWEST = 60;

    private final ProcessInput in;
    private final Dataset<Row> steps;
    private final Definition definition;
    private final DeclaredWaits waits;

    /** @param waits what is out of scope is not looked at */
    EdgeShifts(ProcessInput in, Dataset<Row> steps, Definition definition, DeclaredWaits waits) {
        this.waits = waits;
        this.in = in;
        this.steps = steps;
        this.definition = definition;
    }

    /** @param weeks the periods that the process was mined with */
    ShiftSearch search(MinedProcess process, Weeks weeks, Yardstick yardstick) {
        List<Series> family = new ArrayList<>();
        for (TimedEdge step : process.steps()) {
            if (!waits.inScope(step)) {
                continue;
            }

            Series series = new Series(step, tested(step.passages(), weeks, yardstick));
            if (step.passages().n() >= FEWEST && series.splits() > 0) {
                family.add(series);
            }
        }

        long splits = family.stream().mapToLong(Series::splits).sum();
        List<FindingDraft> drafts = new ArrayList<>();
        family.forEach(each -> draft(each, splits, yardstick).ifPresent(drafts::add));
        return new ShiftSearch(FindingKind.EDGE_SHIFT, drafts, family.size(), splits);
    }

    private static WeekSums tested(EdgeStats edge, Weeks weeks, Yardstick yardstick) {
        WeekSums sums = new WeekSums(
                weeks.mondays(),
                edge.periods().n(),
                edge.periods().sum(),
                edge.periods().sumOfSquares());
        return yardstick
                .ofPassages(edge.quantileUs(9, 10), weeks.mondays().get(0))
                .of(sums);
    }

    private Optional<FindingDraft> draft(Series series, long splits, Yardstick yardstick) {
        StepRule rule = ShiftSearch.rule(Aggregation.MEDIAN, splits);
        Optional<Shift> found = Shift.detect(series.weeks(), rule);
        if (found.isEmpty()) {
            return Optional.empty();
        }

        Shift shift = found.get();
        Comparison comparison = comparison(series, shift);
        return comparison.worthTelling(yardstick.floorUs())
                ? Optional.of(new FindingDraft(
                        FindingKind.EDGE_SHIFT,
                        FindingDraft.Tier.TIME,
                        comparison.weeklyEffect(shift),
                        series.step().from() + '\0' + series.step().to(),
                        Change.of(shift.shifted(), definition.direction(), comparison.rose()),
                        (id, rank, sink) -> publish(series, new Tested(shift, rule, splits), id, rank, sink)))
                : Optional.empty();
    }

    private Comparison comparison(Series series, Shift shift) {
        CountedMembers gaps = EvidenceDocuments.population(
                        compared(series, shift),
                        in.zone(),
                        series.step().passages().n())
                .members();
        return Comparison.of(Aggregation.MEDIAN, gaps, shift);
    }

    private Dataset<Row> compared(Series series, Shift shift) {
        return new Dates(shift.first(), shift.last(), in.zone()).of(EdgeOccurrences.of(steps, series.step()));
    }

    private Finding publish(Series series, Tested tested, String id, int rank, EvidenceSink sink) {
        Shift shift = tested.shift();
        EvidenceDocuments.Written written = EvidenceDocuments.write(
                compared(series, shift),
                in.system(),
                in.zone(),
                id,
                sink,
                series.step().passages().n());
        Agreement.require(
                "the number of occurrences",
                id,
                written.population().n(),
                series.weeks().total());
        Comparison comparison = Comparison.of(Aggregation.MEDIAN, written.population(), shift);
        return FindingBuilder.builder()
                .unit(definition.unit())
                .aggregation(definition.aggregation())
                .id(id)
                .kind(FindingKind.EDGE_SHIFT)
                .process(in.process())
                .rank(rank)
                .definition(definition.ref())
                .subjects(List.of(series.step().from(), series.step().to()))
                .statement(ShiftTexts.statement(
                        "The median time from {subject.1} to {subject.2}", comparison, definition.unit(), shift))
                .value(comparison.valueAfter())
                .interval(comparison.interval())
                .window(new Window(shift.shifted(), shift.last(), in.zone().getId()))
                .n(comparison.after().n())
                .facts(comparison.facts(shift))
                .testsInFamily(tested.splits())
                .caveats(caveats(series.step(), comparison, tested))
                .evidence(written.evidence())
                .build();
    }

    private static List<String> caveats(TimedEdge step, Comparison comparison, Tested tested) {
        List<String> caveats = new ArrayList<>(ShiftTexts.caveats(comparison, tested));
        caveats.addAll(StepCaveats.of(step));
        return caveats;
    }

    static final class Search implements Finder {
        @Override
        public ShiftSearch search(Looked looked, Yardstick yardstick) {
            return new EdgeShifts(
                            looked.process(), looked.steps(), looked.definition(FindingKind.EDGE_SHIFT), looked.waits())
                    .search(looked.mined(), looked.weeks(), yardstick);
        }
    }

    private record Series(TimedEdge step, WeekSums weeks) {
        int splits() {
            return weeks.splits(ShiftSearch.WEEKS);
        }
    }
}
