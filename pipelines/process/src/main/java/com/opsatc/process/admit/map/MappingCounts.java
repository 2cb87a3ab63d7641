package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.Connector;
import com.opsatc.connector.mapping.DateOrder;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.MappingCount.JoinCount;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the mappings of a source made of its rows, counted in one pass over the mapped tables, which best are persisted.
 *
 * @param mappings objects, then events, in the connector's order
 * @param orders of dates of objects
 */
public record MappingCounts(List<MappingCount> mappings, List<OrderCheck> orders) {
    private static final String OBJECTS = "_objects";
    private static final String N = "_n";

    public MappingCounts {
        mappings = List.copyOf(mappings);
        orders = List.copyOf(orders);
    }

    /** Counts both tables. */
    public static MappingCounts of(SourceSpec source, MappedTable objects, MappedTable events) {
        List<Row> groups = tags(objects, /* objects= */ true)
                .union(tags(events, /* objects= */ false))
                .groupBy(
                        col(OBJECTS),
                        col(MappedTable.MAPPING),
                        col(MappedTable.OUTCOME),
                        col(MappedTable.POSITION).equalTo(0).as(MappedTable.POSITION),
                        col(MappedRows.LOOKED),
                        col(MappedRows.FOUND),
                        col(MappedTable.DATED),
                        col(MappedTable.BROKEN))
                .agg(count(lit(1)).as(N))
                .collectAsList();
        Connector connector = source.connector();
        List<MappingCount> mappings = new ArrayList<>();
        List<OrderCheck> orders = new ArrayList<>();
        for (int i = 0; i < connector.objects().size(); i++) {
            ObjectMapping mapping = connector.objects().get(i);
            Groups of = new Groups(groups, /* objects= */ true, i);
            mappings.add(of.count(source.source(), mapping.stream(), "object " + mapping.type(), mapping.joins()));
            orders.addAll(of.orders(connector.process(), mapping));
        }

        for (int i = 0; i < connector.events().size(); i++) {
            EventMapping mapping = connector.events().get(i);
            mappings.add(new Groups(groups, /* objects= */ false, i)
                    .count(source.source(), mapping.stream(), name(i, mapping), mapping.joins()));
        }

        return new MappingCounts(DeliveryLinks.counted(source, objects.made(), mappings), orders);
    }

    /** A mapping's place and, where it is a plain text, its activity. */
    static String name(int rank, EventMapping mapping) {
        String place = "event " + (rank + 1);
        return mapping.activity().matches("'[^'\\\\]{1,200}'")
                ? place + ", " + mapping.activity().replace("'", "")
                : place;
    }

    private static Dataset<Row> tags(MappedTable table, boolean objects) {
        List<Column> columns = new ArrayList<>(List.of(lit(objects).as(OBJECTS)));
        for (String tag : MappedTable.TAGS.fieldNames()) {
            columns.add(col(tag));
        }

        return table.tagged().select(columns.toArray(new Column[0]));
    }

    /** The groups of one mapping. */
    private record Groups(List<Row> rows) {
        Groups(List<Row> all, boolean objects, int mapping) {
            this(all.stream()
                    .filter(row -> row.getBoolean(0) == objects && row.getInt(1) == mapping)
                    .toList());
        }

        MappingCount count(String source, String stream, String mapping, List<Join> joins) {
            long rowsIn = 0;
            long gave = 0;
            long made = 0;
            Map<String, Long> without = new TreeMap<>();
            for (Row group : rows) {
                long n = group.getLong(8);
                String outcome = group.getString(2);
                boolean is = outcome.equals(MappedTable.MADE);
                made += is ? n : 0;
                if (group.getBoolean(3)) {
                    rowsIn += n;
                    if (is || outcome.equals(MappedTable.SAME)) {
                        gave += n;
                    } else {
                        without.merge(outcome, n, Math::addExact);
                    }
                }
            }

            List<Excluded> reasons = without.entrySet().stream()
                    .map(each -> new Excluded(each.getKey(), each.getValue()))
                    .toList();
            return new MappingCount(source, stream, mapping, rowsIn, gave, made, reasons, joins(joins));
        }

        private List<JoinCount> joins(List<Join> joins) {
            List<JoinCount> counts = new ArrayList<>();
            for (int i = 0; i < joins.size(); i++) {
                long looked = 0;
                long found = 0;
                for (Row group : rows) {
                    boolean asks = group.getBoolean(3)
                            && !group.getString(2).equals(MappingCount.LEFT_OUT)
                            && has(group.getInt(4), i);
                    looked += asks ? group.getLong(8) : 0;
                    found += asks && has(group.getInt(5), i) ? group.getLong(8) : 0;
                }

                counts.add(new JoinCount(
                        joins.get(i).stream(), looked, found, joins.get(i).optional()));
            }

            return counts;
        }

        List<OrderCheck> orders(String process, ObjectMapping mapping) {
            List<OrderCheck> checks = new ArrayList<>();
            for (int i = 0; i < mapping.dateOrder().size(); i++) {
                DateOrder order = mapping.dateOrder().get(i);
                long both = 0;
                long broken = 0;
                for (Row group : rows) {
                    boolean dated = group.getString(2).equals(MappedTable.MADE) && has(group.getInt(6), i);
                    both += dated ? group.getLong(8) : 0;
                    broken += dated && has(group.getInt(7), i) ? group.getLong(8) : 0;
                }

                checks.add(new OrderCheck(process, mapping.type(), order.earlier(), order.later(), broken, both));
            }

            return checks;
        }

        private static boolean has(int bits, int i) {
            return (bits & (1 << i)) != 0;
        }
    }
}
