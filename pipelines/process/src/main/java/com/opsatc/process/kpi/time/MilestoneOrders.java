package com.opsatc.process.kpi.time;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.MilestoneOrder;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Milestones of a case in an order that cannot be: the first event of the later activity is before the first of the earlier.
 *
 * <p>An event at exactly midnight has a date and no time (definitions 1.1): of two events of that day it is not known which
 * came first, so that they break no order.
 */
public final class MilestoneOrders {
    private static final long MICROS_PER_SECOND = 1_000_000L;

    private final List<MilestoneOrder> pairs;
    private final List<String> activities;
    private final String zone;

    /** @param zone the tenant's, in which a midnight is one */
    public MilestoneOrders(List<MilestoneOrder> pairs, ZoneId zone) {
        this.pairs = List.copyOf(pairs);
        this.activities = pairs.stream()
                .flatMap(pair -> Stream.of(pair.earlier(), pair.later()))
                .distinct()
                .toList();
        this.zone = zone.getId();
    }

    /**
     * How many cases of a log break each order, of those that have both milestones.
     *
     * @param log case_id, activity, complete_us
     */
    public List<OrderCheck> checks(String process, Dataset<Row> log) {
        if (pairs.isEmpty()) {
            return List.of();
        }

        List<Column> counts = new ArrayList<>();
        for (MilestoneOrder pair : pairs) {
            counts.add(count_if(breaks(pair)));
            counts.add(count_if(breaks(pair).isNotNull()));
        }

        List<Column> firsts = firsts();
        Row row = log.groupBy("case_id")
                .agg(firsts.get(0), firsts.subList(1, firsts.size()).toArray(new Column[0]))
                .agg(counts.get(0), counts.subList(1, counts.size()).toArray(new Column[0]))
                .head();
        List<OrderCheck> checks = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            MilestoneOrder pair = pairs.get(i);
            checks.add(new OrderCheck(
                    process, "case", pair.earlier(), pair.later(), row.getLong(2 * i), row.getLong(2 * i + 1)));
        }

        return checks;
    }

    /** For each activity its first completion in a case, to be asked for where events are grouped by case. */
    List<Column> firsts() {
        return activities.stream()
                .map(activity -> min(when(col("activity").equalTo(activity), col("complete_us")))
                        .as(first(activity)))
                .toList();
    }

    /** Whether a case with the columns {@link #firsts} breaks any order; never null. */
    Column broken() {
        return pairs.stream()
                .map(pair -> coalesce(breaks(pair), lit(false)))
                .reduce(Column::or)
                .orElse(lit(false));
    }

    private Column breaks(MilestoneOrder pair) {
        Column earlier = col(first(pair.earlier()));
        Column later = col(first(pair.later()));
        Column day = local(later).cast("date");
        Column onlyDated = local(later)
                .equalTo(day.cast("timestamp_ntz"))
                .and(day.equalTo(local(earlier).cast("date")));
        return later.lt(earlier).and(functions.not(onlyDated));
    }

    /** What clocks of the zone show, whatever the zone of the session. */
    private Column local(Column us) {
        Column seconds = us.cast("decimal(20,0)").divide(MICROS_PER_SECOND).cast("decimal(18,6)");
        Column utc = functions
                .expr("TIMESTAMP_NTZ'1970-01-01 00:00:00'")
                .plus(functions.make_dt_interval(lit(0), lit(0), lit(0), seconds));
        return functions.convert_timezone(lit("UTC"), lit(zone), utc);
    }

    private String first(String activity) {
        return "_first_" + activities.indexOf(activity);
    }
}
