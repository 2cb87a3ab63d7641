package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Join;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The records that one mapping sees: those of its stream, each with at most one record of every joined stream beside it
 * in a column of that stream's name.
 */
final class MappedRows {
    private final SourceSpec source;
    private final String place;
    private final RowExpressions expressions;
    private final TreeSet<String> names = new TreeSet<>();
    private Dataset<Row> rows;

    MappedRows(SourceSpec source, String place, String stream, List<Join> joins, Map<String, Dataset<Row>> winners) {
        this.source = source;
        this.place = place;
        Connector connector = source.connector();
        this.rows = required(winners, stream);
        this.expressions = new RowExpressions(rows.sparkSession(), connector.id());
        names.addAll(connector.stream(stream).columns().keySet());
        for (Join join : joins) {
            join(join, required(winners, join.stream()));
            connector.stream(join.stream()).columns().keySet().forEach(name -> names.add(join.stream() + "." + name));
        }
    }

    Dataset<Row> rows() {
        return rows;
    }

    /** Keeps the rows for which a condition holds; null keeps all. */
    void where(String condition) {
        if (condition != null) {
            rows = rows.where(checked("where", condition));
        }
    }

    /** Drops rows that have no value in one of the columns. */
    void dropNull(String... columns) {
        rows = rows.na().drop(columns);
    }

    void with(String name, Column column) {
        rows = rows.withColumn(name, column);
    }

    /** A name: text, one row for each of a list. */
    void withNames(String name, String expression) {
        Column column = checked(name, expression);
        boolean list = type(column) instanceof org.apache.spark.sql.types.ArrayType;
        rows = rows.withColumn(name, list ? functions.explode(column) : named(column))
                .withColumn(name, col(name).cast(DataTypes.StringType));
    }

    Column text(String name, String expression) {
        return expression == null
                ? lit(null).cast(DataTypes.StringType)
                : checked(name, expression).cast(DataTypes.StringType);
    }

    /** Microseconds since 1970 UTC, of an instant or of the beginning of a date in the source's zone. */
    Column micros(String name, String expression) {
        if (expression == null) {
            return lit(null).cast(DataTypes.LongType);
        }

        Column column = checked(name, expression);
        DataType type = type(column);
        if (type instanceof TimestampType) {
            return functions.unix_micros(column);
        }
        if (type instanceof DateType) {
            Column midnight = column.cast(DataTypes.TimestampType);
            return functions.unix_micros(
                    functions.to_utc_timestamp(midnight, source.zone().getId()));
        }

        throw new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot use connector " + source.connector().id() + ": " + place + ", " + name
                        + " is neither an instant nor a date but " + type.typeName());
    }

    /** Attributes as text: dates ISO 8601, decimals without trailing zeros, instants as microseconds; null for none. */
    Column attributes(Map<String, String> mapped) {
        if (mapped.isEmpty()) {
            return lit(null).cast(DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));
        }

        List<Column> entries = new ArrayList<>();
        mapped.forEach((name, expression) -> {
            entries.add(lit(name));
            entries.add(plain(checked("attribute " + name, expression)));
        });
        return functions.map(entries.toArray(new Column[0]));
    }

    /** One text for one value: 7 and 7.000000000 are one name. */
    private Column named(Column column) {
        return type(column) instanceof DecimalType ? plain(column) : column;
    }

    private Column plain(Column column) {
        DataType type = type(column);
        if (type instanceof TimestampType) {
            return functions.unix_micros(column).cast(DataTypes.StringType);
        }

        Column text = column.cast(DataTypes.StringType);
        if (type instanceof DecimalType decimal && decimal.scale() > 0) {
            return functions.regexp_replace(functions.regexp_replace(text, lit("0+$"), lit("")), lit("\\.$"), lit(""));
        }

        return text;
    }

    private Column checked(String what, String expression) {
        expressions.check(place + ", " + what, expression, names);
        return expr(expression);
    }

    private DataType type(Column column) {
        return rows.select(column).schema().fields()[0].dataType();
    }

    private void join(Join join, Dataset<Row> other) {
        List<Column> columns = new ArrayList<>();
        List<Column> keys = new ArrayList<>();
        for (String name : other.columns()) {
            columns.add(col(name));
        }

        Column condition = lit(true);
        for (Map.Entry<String, String> on : join.on().entrySet()) {
            String key = "_on_" + on.getKey();
            keys.add(col(on.getKey()).as(key));
            condition = condition.and(
                    checked("join of " + join.stream(), on.getValue()).equalTo(col(key)));
        }

        keys.add(functions.struct(columns.toArray(new Column[0])).as(join.stream()));
        Dataset<Row> right = other.select(keys.toArray(new Column[0]));
        rows = rows.join(right, condition, "left");
        for (String key : join.on().keySet()) {
            rows = rows.drop("_on_" + key);
        }
    }

    private Dataset<Row> required(Map<String, Dataset<Row>> winners, String stream) {
        Dataset<Row> rowsOfStream = winners.get(stream);
        if (rowsOfStream == null) {
            throw new IllegalArgumentException(place + " needs the rows of stream " + stream
                    + ", if only none; given are " + new TreeSet<>(winners.keySet()));
        }

        return rowsOfStream;
    }
}
