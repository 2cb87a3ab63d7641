package com.opsatc.jobs.cli;

import static com.opsatc.jobs.cli.SamplePublication.HOSTILE;
import static com.opsatc.jobs.cli.SamplePublication.HOUR;
import static com.opsatc.jobs.cli.SamplePublication.KPI;
import static com.opsatc.jobs.cli.SamplePublication.OPEN;
import static com.opsatc.jobs.cli.SamplePublication.UNMEASURED;
import static com.opsatc.jobs.cli.SamplePublication.WINDOW;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionBuilder;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.Tolerance;
import com.opsatc.contract.quality.QuarantinedRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The claims of a {@link SamplePublication}: a KPI, one that is not measured, findings and their definitions. */
final class SampleClaims {
    private SampleClaims() {}

    static Interval interval(long low, long high) {
        return new Interval(
                new BigDecimal("0.95"), BigDecimal.valueOf(low), BigDecimal.valueOf(high), "order-statistic");
    }

    static KpiValue kpi(Evidence evidence) {
        return KpiValueBuilder.builder()
                .id(KPI)
                .process("order-to-cash")
                .definition(definition("cycle-time", Aggregation.MEDIAN).ref())
                .title("Cycle time")
                .state(KpiState.LOW_N)
                .unit(Unit.MICROSECONDS)
                .direction(Direction.LOWER_IS_BETTER)
                .aggregation(Aggregation.MEDIAN)
                .value(BigDecimal.valueOf(2 * HOUR))
                .companions(Map.of(
                        FigureName.MEAN,
                        BigDecimal.valueOf(3 * HOUR),
                        FigureName.REOPENED_COUNT,
                        BigDecimal.valueOf(1234)))
                .n(3)
                .excluded(List.of(new Excluded("negative-duration", 1)))
                .open(OPEN)
                .interval(interval(HOUR, 6 * HOUR))
                .window(WINDOW)
                .series(List.of(new SeriesPoint(WINDOW.from(), 3, BigDecimal.valueOf(2 * HOUR), /* partial= */ true)))
                .evidence(evidence)
                .build()
                .within(new Tolerance(1, 0, null, null, null))
                .without(new QuarantinedRows(2, 9));
    }

    static KpiValue unmeasured() {
        return KpiValue.notMeasured(
                UNMEASURED,
                "order-to-cash",
                definition("otif-line", Aggregation.SHARE),
                "the extract has no delivered quantity");
    }

    static Finding finding(String id, Evidence evidence) {
        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.BOTTLENECK)
                .process("order-to-cash")
                .rank(1)
                .definition(definition("bottleneck-recoverable-time", Aggregation.SUM_ABOVE_P25)
                        .ref())
                .subjects(List.of("{subject.2}", HOSTILE))
                .statement("The step from {subject.1} to {subject.2} holds the most recoverable time.")
                .value(BigDecimal.valueOf(5 * HOUR))
                .unit(Unit.MICROSECONDS)
                .aggregation(Aggregation.SUM_ABOVE_P25)
                .interval(interval(4 * HOUR, 6 * HOUR))
                .window(WINDOW)
                .n(3)
                .facts(Map.of(
                        FigureName.P50_US,
                        BigDecimal.valueOf(2 * HOUR),
                        FigureName.CASES,
                        BigDecimal.valueOf(3),
                        FigureName.SHARE,
                        new BigDecimal("0.38")))
                .testsInFamily(0)
                .caveats(List.of("The target is the edge's own first quartile."))
                .evidence(evidence)
                .build();
    }

    static Definition definition(String id, Aggregation aggregation) {
        return DefinitionBuilder.builder()
                .id(id)
                .version(1)
                .title("Title of " + id)
                .formula("last minus first event")
                .population("finished cases")
                .exclusions(List.of("negative-duration"))
                .unit(aggregation == Aggregation.SHARE ? Unit.RATIO : Unit.MICROSECONDS)
                .aggregation(aggregation)
                .direction(Direction.LOWER_IS_BETTER)
                .period("end of the case")
                .clock("wall")
                .source("definitions 1.7")
                .build();
    }
}
