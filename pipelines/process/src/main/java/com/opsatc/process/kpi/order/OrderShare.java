package com.opsatc.process.kpi.order;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.AllMembers;
import com.opsatc.contract.claim.MemberKind;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Share of order lines, of orders, of units, or of value, that are on time, in full, or both: see {@code
 * conf/definitions/otif-line.yaml} and the kernel's {@code Otif}.
 *
 * <p>Options: {@code level}, what is counted: lines, orders, units, or lines by their value; of on time no units, since a late line is late
 * however much it brought; {@code promise}, the date that a line is held against: the connector's due date, or
 * one of the further promises that it maps; of on time also {@code basis}, the delivery that decides, where that is not to be
 * the one that the connector declares.
 */
public final class OrderShare implements Kpi {
    /** The connector's key of the delivery that decides. */
    public static final String ON_TIME_BY = "on-time-by";

    static final String LEVEL = "level";
    static final String PROMISE = "promise";
    static final String BASIS = "basis";

    /** The connector's key of the type of its order lines. */
    private static final String LINES = "object";
    /** The type of orders, where a connector has them as objects. */
    private static final String ORDERS = "order";

    private static final String LINE = "line";
    private static final String ORDER = "order";
    static final String UNIT = "unit";
    static final String VALUE = "value";

    /** The connector's own choice. */
    private static final String DECLARED = "declared";

    private static final String COMPLETING = "completing";
    private static final String DUE = "due";
    private static final Map<String, List<String>> OPTIONS = Map.of(
            LEVEL, List.of(LINE, ORDER, UNIT, VALUE),
            PROMISE, List.of(DUE, "requested", "first", "last"));
    private static final Map<String, List<String>> WITH_BASIS = Map.of(
            LEVEL, List.of(LINE, ORDER, VALUE),
            PROMISE, OPTIONS.get(PROMISE),
            BASIS, List.of(DECLARED, COMPLETING, "first", "last"));

    private final String family;
    private final List<String> entries;
    private final String outcome;
    /** What of its units is good; null where units are no level of it. */
    private final String units;

    private final Map<String, List<String>> options;

    private OrderShare(
            String family, List<String> entries, String outcome, String units, Map<String, List<String>> options) {
        this.family = family;
        this.entries = List.copyOf(entries);
        this.outcome = outcome;
        this.units = units;
        this.options = options;
    }

    public static OrderShare otif() {
        return new OrderShare("otif", List.of("otif"), OrderLines.OTIF, OrderLines.UNITS_IN_TIME, OPTIONS);
    }

    public static OrderShare inFull() {
        return new OrderShare("in-full", List.of("otif"), OrderLines.IN_FULL, OrderLines.UNITS_IN_FULL, OPTIONS);
    }

    /** Measured where one delivered date decides, too. */
    public static OrderShare onTime() {
        return new OrderShare("on-time", List.of("on-time", "otif"), OrderLines.ON_TIME, /* units= */ null, WITH_BASIS);
    }

    /** Which delivery decides a variant of on time. */
    public static String basis(KpiVariant onTime, Optional<String> declared) {
        String chosen = onTime.choice(BASIS);
        return chosen.equals(DECLARED) ? declared.orElse(COMPLETING) : chosen;
    }

    @Override
    public String family() {
        return family;
    }

    @Override
    public Map<String, List<String>> options() {
        return options;
    }

    @Override
    public Optional<Aggregation> aggregation(KpiVariant variant) {
        return switch (variant.choice(LEVEL)) {
            case UNIT -> Optional.of(Aggregation.SHARE_OF_WEIGHT);
            case VALUE -> Optional.of(Aggregation.WEIGHTED_SHARE);
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> entries() {
        return entries;
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        String promise = variant.choice(PROMISE);
        Optional<String> due = promise.equals(DUE)
                ? Optional.of(params.text(DUE))
                : params.nested("promises").flatMap(promises -> promises.optionalText(promise));
        if (due.isEmpty()) {
            return new Measurement.NotMeasured(in.mapping().lacks("such date of an order line"));
        }

        if (!promise.equals(DUE) && due.get().equals(params.text(DUE))) {
            return new Measurement.NotMeasured("Lines are due on that very date: see the figure without it.");
        }

        KpiParams chosen = params.with(DUE, due.get());
        if (options.containsKey(BASIS) && !variant.choice(BASIS).equals(DECLARED)) {
            chosen = chosen.with(ON_TIME_BY, variant.choice(BASIS));
        }

        String level = variant.choice(LEVEL);
        Optional<String> uneven = LineMeasures.problem(level, in, params, shared);
        if (uneven.isPresent()) {
            return new Measurement.NotMeasured(uneven.get());
        }

        Dataset<Row> judged = OrderLines.judged(in, chosen, shared);
        Dataset<Row> contributions = switch (level) {
            case ORDER -> Shares.ofOrders(judged, outcome);
            case UNIT -> Shares.ofUnits(judged, units);
            case VALUE -> Shares.ofValue(judged, outcome);
            default -> Shares.ofLines(judged, outcome);
        };
        return Measurement.Contributions.within(
                chosen.tolerance(), level.equals(ORDER) ? ORDERS : params.text(LINES), contributions);
    }

    /** All lines that the extract has, or all orders that they belong to. */
    @Override
    public AllMembers members(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        boolean orders = variant.choice(LEVEL).equals(ORDER);
        return OrderLines.members(orders ? MemberKind.ORDER : MemberKind.ORDER_LINE, in, params, shared);
    }
}
