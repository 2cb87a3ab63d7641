package com.opsatc.process.kpi.order;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.opsatc.contract.claim.AllMembers;
import com.opsatc.contract.claim.MemberKind;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The order lines of a process, judged by the kernel: on time, in full, both, or why a line does not count.
 *
 * <p>A line cites its own row and, where deliveries are rows of their own, the delivery that completes it, else the last
 * one known, and then all other known ones: from the rows it cites alone it can be judged again. It is placed on
 * its due date, or on the logical date where it is complete and due later.
 */
final class OrderLines {
    static final String ORDER = "order_key";
    static final String LINE = "line";
    static final String PLACED_US = "placed_us";
    static final String EXCLUDED = "excluded";
    static final String ON_TIME = "on_time";
    static final String IN_FULL = "in_full";
    static final String OTIF = "otif";
    /** In thousandths of a unit, and 0 where the line does not count; likewise what came of it in time, and at all. */
    static final String ORDERED_UNITS = "ordered_units";

    static final String UNITS_IN_TIME = "units_in_time";
    static final String UNITS_IN_FULL = "units_in_full";
    /** In thousandths; null where it is not known. */
    static final String VALUE = "value";

    private static final String DELIVERED = "delivered";

    /** Columns that are 0 where the line does not count. */
    static final List<String> OUTCOMES = List.of(ON_TIME, IN_FULL, OTIF, ORDERED_UNITS, UNITS_IN_TIME, UNITS_IN_FULL);

    /** Outcomes are 1 or 0, and 0 where the line does not count. */
    static final StructType SCHEMA = new StructType()
            .add(LINE, StringType, false)
            .add(ORDER, StringType, false)
            .add("file", StringType, false)
            .add("row", LongType, false)
            .add("key", StringType, true)
            .add("to_file", StringType, true)
            .add("to_row", LongType, true)
            .add("to_key", StringType, true)
            .add(ContributionTable.MORE, ContributionTable.CITED, false)
            .add(PLACED_US, LongType, false)
            .add(EXCLUDED, StringType, true)
            .add(ON_TIME, LongType, false)
            .add(IN_FULL, LongType, false)
            .add(OTIF, LongType, false)
            .add(ORDERED_UNITS, LongType, false)
            .add(UNITS_IN_TIME, LongType, false)
            .add(UNITS_IN_FULL, LongType, false)
            .add(VALUE, LongType, true);

    private OrderLines() {}

    /**
     * With {@code deliveries} among the parameters by the quantities of objects of their own, with {@code delivered} by the
     * quantity that the line itself says was delivered on {@code done}, else by that date alone.
     */
    static Dataset<Row> judged(ProcessInput in, KpiParams params, SharedRows shared) {
        return shared.rows(
                List.of("order lines", params), () -> ImpossibleLines.marked(judged(in, params), in, params));
    }

    private static Dataset<Row> judged(ProcessInput in, KpiParams params) {
        Optional<KpiParams> deliveries = params.nested("deliveries");
        Dataset<Row> lines = lines(in, params);
        Dataset<Row> withDeliveries = deliveries
                .map(by -> lines.join(deliveries(in, by), lines.col(LINE).equalTo(col("delivered_line")), "left"))
                .orElseGet(() -> lines.withColumn("deliveries", expr(OF_THE_LINE)));
        boolean byQuantity = deliveries.isPresent() || params.has(DELIVERED);
        return withDeliveries
                .select(LINE, ORDER, "file", "row", "due", "ordered", "done", "deliveries", "key", VALUE)
                .mapPartitions(new LineJudgement(params, byQuantity, in.zone(), in.asOf()), Encoders.row(SCHEMA));
    }

    /** What the line itself says was delivered, and when; one of them may be unknown, and nothing says nothing. */
    private static final String OF_THE_LINE =
            "if(done IS NULL AND delivered IS NULL, NULL, array(struct(done, file, row, delivered, key)))";

    private static Dataset<Row> lines(ProcessInput in, KpiParams params) {
        return in.objects()
                .where(col("object_type").equalTo(params.text("object")))
                .select(
                        col("object_id").as(LINE),
                        attribute(params.text("order")).as("order_name"),
                        col("file"),
                        col("row"),
                        col("key"),
                        attribute(params.text("due")).as("due"),
                        optional(params, "ordered"),
                        optional(params, "done"),
                        optional(params, DELIVERED),
                        optional(params, VALUE))
                // A line without an order is an order of its own: it must not be lost, nor be lumped with the others.
                .withColumn(ORDER, expr("coalesce(order_name, " + LINE + ")"));
    }

    /** All lines that the extract has. */
    static AllMembers all(ProcessInput in, KpiParams params, SharedRows shared) {
        return members(MemberKind.ORDER_LINE, in, params, shared);
    }

    /** All lines that the extract has, or all orders that they belong to. */
    static AllMembers members(MemberKind kind, ProcessInput in, KpiParams params, SharedRows shared) {
        List<Object> key = List.of(kind, params.text("object"), params.text("order"));
        return new AllMembers(kind, shared.count(key, () -> count(in, params, kind == MemberKind.ORDER)));
    }

    /** How many lines there are, or how many orders they belong to, before anything is judged. */
    private static long count(ProcessInput in, KpiParams params, boolean orders) {
        Dataset<Row> lines = in.objects().where(col("object_type").equalTo(params.text("object")));
        return orders
                ? lines.select(coalesce(attribute(params.text("order")), col("object_id")))
                        .distinct()
                        .count()
                : lines.count();
    }

    private static Dataset<Row> deliveries(ProcessInput in, KpiParams by) {
        return in.objects()
                .where(col("object_type").equalTo(by.text("object")))
                .select(
                        attribute(by.text("line")).as("delivered_line"),
                        attribute(by.text("at")).as("at"),
                        col("file"),
                        col("row"),
                        col("key"),
                        attribute(by.text("quantity")).as("quantity"))
                // Without a date it is not delivered yet; without a quantity it is, and how much is unknown.
                .where("at IS NOT NULL")
                .groupBy("delivered_line")
                .agg(expr("sort_array(collect_list(struct(at, file, row, quantity, key)))")
                        .as("deliveries"));
    }

    private static Column optional(KpiParams params, String key) {
        return params.optionalText(key)
                .map(OrderLines::attribute)
                .orElse(lit(null).cast(StringType))
                .as(key);
    }

    static Column attribute(String name) {
        return col("attributes").getItem(name);
    }
}
