package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.ComparedPeriods;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.figure.Tolerance;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.quality.QuarantinedRows;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One outcome KPI of one process: a claim that cannot be built without a definition, a count and evidence.
 *
 * @param id stable within a tenant, e.g. {@code K-order-to-cash-otif-line}
 * @param state {@code NOT_MEASURED} for one without a figure
 * @param reason why it is not measured; null when it is
 * @param value null when not measured
 * @param companions further aggregations of the same contributions, e.g. {@code mean} and {@code p90} beside a median
 * @param n members counted
 * @param excluded members left out, by reason code, in the order of the definition
 * @param open members still running at the logical date: neither counted nor lost; null where the extract does not tell open
 *     members from closed ones
 * @param window first and last date of the counted members; null when there are none
 * @param caveats what must be said with the figure, each a sentence without a text of the system of record
 * @param tolerance what an order line may be off and still count as good; null where none bears on the figure
 * @param periods the figure over the latest weeks and over as many before them; null where the extract has too few weeks that
 *     can be compared
 * @param quarantined what quarantine took from it; null where that is not known
 * @param limits what the weeks of the series vary between by themselves; null where too few of them take part
 * @param clock what its durations were measured by; null for what is no duration, or not measured
 * @param beyond true where the figure is more than {@code value}, which is all that can be said while so much is open; else null
 * @param cohorts the figure by month of start; empty for what is placed by its end
 * @param members how many there are in all; null where it is not measured
 */
@RecordBuilder
public record KpiValue(
        String id,
        String process,
        DefinitionRef definition,
        String title,
        KpiState state,
        String reason,
        Unit unit,
        Direction direction,
        Aggregation aggregation,
        BigDecimal value,
        Map<FigureName, BigDecimal> companions,
        long n,
        List<Excluded> excluded,
        Long open,
        Interval interval,
        Window window,
        List<SeriesPoint> series,
        Evidence evidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> caveats,
        Tolerance tolerance,
        ComparedPeriods periods,
        QuarantinedRows quarantined,
        ControlLimits limits,
        ClockUsed clock,
        Boolean beyond,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StartCohort> cohorts,
        AllMembers members) {
    /** Fewer weeks are not tested for a shift: definition kpi-shift asks for four on each side. */
    public static final int FEWEST_WEEKS = 8;

    public KpiValue {
        requireNonNull(id, "id");
        requireNonNull(process, "process");
        requireNonNull(definition, "definition");
        requireNonNull(title, "title");
        requireNonNull(state, "state");
        requireNonNull(unit, "unit");
        requireNonNull(direction, "direction");
        requireNonNull(aggregation, "aggregation");
        companions = FigureName.ordered(companions);
        excluded = List.copyOf(excluded);
        series = List.copyOf(series);
        caveats = caveats == null ? List.of() : List.copyOf(caveats);
        cohorts = cohorts == null ? List.of() : List.copyOf(cohorts);
        beyond = Boolean.TRUE.equals(beyond) ? beyond : null;
        if (aggregation != Aggregation.SURVIVAL_MEDIAN && (beyond != null || !cohorts.isEmpty())) {
            throw new IllegalArgumentException(
                    "Invalid KPI " + id + ": only a survival median is beyond a value, or has cohorts");
        }
        if (state == KpiState.NOT_MEASURED) {
            requireNonNull(reason, "reason");
            if (value != null || evidence != null || interval != null) {
                throw new IllegalArgumentException("Invalid KPI " + id + ": not measured, yet it has a figure");
            }
        } else if (value == null || evidence == null || window == null || n < 1 || evidence.rows() < 1) {
            throw new IllegalArgumentException("Invalid KPI " + id + ": a figure needs members, a window and evidence");
        }
    }

    /** The same KPI under a tolerance. */
    public KpiValue within(Tolerance given) {
        return KpiValueBuilder.builder(this).tolerance(given).build();
    }

    /** The same KPI with its latest period and the one before. */
    public KpiValue compared(ComparedPeriods given) {
        return KpiValueBuilder.builder(this).periods(given).build();
    }

    /** The same figure with what quarantine took from it. */
    public KpiValue without(QuarantinedRows given) {
        return KpiValueBuilder.builder(this).quarantined(given).build();
    }

    /** The same KPI with its weeks as they take part in tests; {@code given} is null where they have no limits. */
    public KpiValue charted(List<SeriesPoint> weeks, ControlLimits given) {
        return KpiValueBuilder.builder(this).series(weeks).limits(given).build();
    }

    /** The figure as people read it: {@code 12.5 d}, or {@code more than 12.5 d}. */
    public String text() {
        return (beyond == null ? "" : StartCohort.MORE_THAN) + unit.text(value);
    }

    /** The same figure, of so many members in all; one that is not measured needs none. */
    public KpiValue outOf(AllMembers given) {
        return measured() ? KpiValueBuilder.builder(this).members(given).build() : this;
    }

    /** How many weeks of the series take part in tests. */
    public long weeksTakingPart() {
        return series.stream().filter(SeriesPoint::takesPart).count();
    }

    /** How many of these weeks lie beyond the limits; 0 where there are none. */
    public long weeksBeyondLimits() {
        return limits == null ? 0 : series.stream().filter(limits::exclude).count();
    }

    /** A KPI that the extracts cannot support, with the reason; it is published as such and never as zero. */
    public static KpiValue notMeasured(String id, String process, Definition definition, String reason) {
        return KpiValueBuilder.builder()
                .id(id)
                .process(process)
                .definition(definition.ref())
                .title(definition.title())
                .state(KpiState.NOT_MEASURED)
                .reason(reason)
                .unit(definition.unit())
                .direction(definition.direction())
                .aggregation(definition.aggregation())
                .n(0)
                .open(0L)
                .build();
    }

    public boolean measured() {
        return state != KpiState.NOT_MEASURED;
    }

    /** The same figure with further caveats after its own; one that is not measured needs none. */
    public KpiValue withCaveats(List<String> further) {
        return measured()
                ? KpiValueBuilder.builder(this)
                        .caveats(Stream.concat(caveats.stream(), further.stream())
                                .toList())
                        .build()
                : this;
    }
}
