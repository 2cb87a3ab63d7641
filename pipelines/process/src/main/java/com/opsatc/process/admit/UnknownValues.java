package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;

import com.opsatc.connector.Connector;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many values of a column are none that its connector understands, such as a state of a workflow that somebody changed.
 * Named by column and count, never by the value.
 */
public final class UnknownValues {
    private UnknownValues() {}

    /** A check for each column with known values: one pass over its stream, none where no column has them. */
    public static List<LogCheck> checks(SourceSpec source, Map<String, Dataset<Row>> winners) {
        Connector connector = source.connector();
        List<LogCheck> checks = new ArrayList<>();
        for (StreamSpec stream : connector.streams().values()) {
            List<ColumnSpec> columns = stream.columns().values().stream()
                    .filter(column -> !column.known().isEmpty())
                    .toList();
            if (!columns.isEmpty()) {
                checks.addAll(checks(connector.process(), stream, columns, winners.get(stream.name())));
            }
        }

        return checks;
    }

    private static List<LogCheck> checks(
            String process, StreamSpec stream, List<ColumnSpec> columns, Dataset<Row> winners) {
        List<Column> counts = new ArrayList<>();
        for (ColumnSpec column : columns) {
            Column value = col(column.name());
            counts.add(count_if(value.isNotNull()
                    .and(org.apache.spark.sql.functions.not(
                            value.isin(column.known().toArray())))));
            counts.add(count(value));
        }

        Row row = winners.agg(counts.get(0), counts.subList(1, counts.size()).toArray(new Column[0]))
                .head();
        List<LogCheck> checks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name =
                    "unknown-value-" + stream.name() + "-" + columns.get(i).name();
            checks.add(new LogCheck(process, name.replace('_', '-'), row.getLong(2 * i), row.getLong(2 * i + 1)));
        }

        return checks;
    }
}
