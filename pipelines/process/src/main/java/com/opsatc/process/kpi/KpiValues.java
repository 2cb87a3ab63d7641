package com.opsatc.process.kpi;

import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Window;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.store.KeptRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From contributions to a published KPI: figure, companions, interval, exclusions, weekly series and evidence. The same for
 * every KPI; what differs is in its definition.
 */
public final class KpiValues {
    /** Below this many members a figure is shown as resting on few. */
    private static final int FEW = 20;

    private static final int RATIO_DECIMALS = 6;

    private KpiValues() {}

    /** {@code K-<process>-<definition>}. */
    public static String id(String process, String definitionId) {
        return "K-" + process + "-" + definitionId;
    }

    /** Computes the KPI and writes its evidence; without a member that counts it is not measured, never zero. */
    static MeasuredKpi of(
            Definition definition, ProcessInput in, Measurement.Contributions contributions, EvidenceSink sink) {
        String id = id(in.process(), definition.id());
        try (KeptRows kept = new KeptRows(contributions.rows())) {
            Dataset<Row> rows = kept.rows();
            List<Row> groups = groups(contributions, rows);
            Tally tally = Tally.of(definition, groups, contributions);
            if (tally.n == 0) {
                return new MeasuredKpi(
                        KpiValue.notMeasured(id, in.process(), definition, tally.reason()), Optional.empty());
            }

            EvidenceDocuments.Written written = EvidenceDocuments.write(
                    ContributionTable.cited(rows), in.system(), in.zone(), id, sink, tally.n + tally.stillOpen());
            CountedMembers population = written.population();
            tally.counts.putAll(contributions.beside());
            KpiValue value = value(definition, in, id, tally, written).within(contributions.tolerance());
            return new MeasuredKpi(
                    value,
                    Optional.of(new MeasuredKpi.Members(population, ContributionTable.counted(contributions.rows()))));
        }
    }

    private static KpiValue value(
            Definition definition, ProcessInput in, String id, Tally tally, EvidenceDocuments.Written written) {
        CountedMembers population = written.population();
        Map<FigureName, BigDecimal> companions = new EnumMap<>(FigureName.class);
        companions.putAll(tally.counts);
        if (definition.aggregation() == Aggregation.MEDIAN) {
            companions.put(FigureName.MEAN, Aggregates.of(Aggregation.MEAN, population));
            companions.put(FigureName.P50, Aggregates.of(Aggregation.MEDIAN, population));
            companions.put(FigureName.P90, Aggregates.of(Aggregation.P90, population));
        }

        boolean byStart = definition.aggregation() == Aggregation.SURVIVAL_MEDIAN;
        SurvivalMedian survival = byStart ? SurvivalMedian.of(population) : null;
        if (byStart) {
            companions.put(FigureName.REACHED_SHARE, reached(population.n(), tally.stillOpen()));
            survival.atLeast().ifPresent(low -> companions.put(FigureName.AT_LEAST, low));
        }

        ClockUsed clock = definition.unit().isTime() ? in.clocks().used(definition.clock()) : null;
        return KpiValueBuilder.builder()
                .title(definition.title())
                .unit(definition.unit())
                .direction(definition.direction())
                .aggregation(definition.aggregation())
                .id(id)
                .process(in.process())
                .definition(definition.ref())
                .state(population.n() < FEW ? KpiState.LOW_N : KpiState.MEASURED)
                .value(Aggregates.of(definition.aggregation(), population))
                .companions(companions)
                .n(population.n())
                .excluded(tally.excluded)
                .open(tally.open)
                .interval(Intervals.of(definition.aggregation(), population).orElse(null))
                .window(
                        byStart
                                ? SurvivalMedian.window(population, in.zone())
                                : new Window(
                                        population.firstDate(),
                                        population.lastDate(),
                                        in.zone().getId()))
                .beyond(byStart ? survival.beyond() : null)
                .cohorts(byStart ? SurvivalMedian.cohorts(population, in.zone()) : List.of())
                .series(WeeklySeries.of(definition.aggregation(), population, in.asOf()))
                .evidence(written.evidence())
                .clock(clock)
                .caveats(clocked(clock))
                .build();
    }

    private static BigDecimal reached(long n, long open) {
        return BigDecimal.valueOf(n).divide(BigDecimal.valueOf(n + open), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** That time without work is left out, and by whose calendar. */
    private static List<String> clocked(ClockUsed clock) {
        return clock == null || clock.calendar() == null
                ? List.of()
                : List.of(
                        "Only working time counts, by calendar " + clock.calendar() + " in zone " + clock.zone() + ".");
    }

    /** One row for each (reason, open): how many, and how many of them each extra column holds of. */
    private static List<Row> groups(Measurement.Contributions contributions, Dataset<Row> rows) {
        List<Column> counts = new ArrayList<>();
        for (FigureName name : contributions.counts()) {
            counts.add(sum(when(coalesce(col(name.symbol()), lit(false)), 1L).otherwise(0L))
                    .as(name.symbol()));
        }

        return rows.groupBy(EXCLUDED, OPEN)
                .agg(count(lit(1)).as("n"), counts.toArray(Column[]::new))
                .collectAsList();
    }

    /** Who counts, who is left out, who is open. */
    private record Tally(long n, Long open, List<Excluded> excluded, Map<FigureName, BigDecimal> counts) {
        static Tally of(Definition definition, List<Row> groups, Measurement.Contributions contributions) {
            long n = 0;
            long open = 0;
            Map<String, Long> reasons = new TreeMap<>();
            Map<FigureName, BigDecimal> counted = new EnumMap<>(FigureName.class);
            for (Row group : groups) {
                long members = group.getLong(2);
                if (!group.isNullAt(0)) {
                    reasons.merge(group.getString(0), members, Math::addExact);
                } else {
                    open += group.getBoolean(1) ? members : 0;
                    n += group.getBoolean(1) ? 0 : members;
                    contributions
                            .counts()
                            .forEach(name -> counted.merge(
                                    name,
                                    BigDecimal.valueOf(group.getLong(group.fieldIndex(name.symbol()))),
                                    BigDecimal::add));
                }
            }

            return new Tally(n, contributions.openKnown() ? open : null, excluded(definition, reasons), counted);
        }

        private static List<Excluded> excluded(Definition definition, Map<String, Long> reasons) {
            if (!definition.exclusions().containsAll(reasons.keySet())) {
                throw new IllegalStateException("Definition " + definition.id() + " does not state the exclusions "
                        + reasons.keySet() + "; it states " + definition.exclusions());
            }

            return definition.exclusions().stream()
                    .filter(reasons::containsKey)
                    .map(reason -> new Excluded(reason, reasons.get(reason)))
                    .toList();
        }

        long stillOpen() {
            return open == null ? 0 : open;
        }

        String reason() {
            long left = excluded.stream().mapToLong(Excluded::n).sum();
            return "No member can be counted: "
                    + (open == null ? "how many are open is not known" : open + " are open") + ", " + left
                    + " are left out.";
        }
    }
}
