package com.opsatc.process.admit.map;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.connector.Connector;
import com.opsatc.connector.mapping.DateOrder;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectReference;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.TimestampType;
import scala.collection.JavaConverters;

/**
 * The records that one mapping sees: those of its stream, each with at most one record of every joined stream beside it
 * in a column of that stream's name. Columns {@link #LOOKED} and {@link #FOUND} have a bit for each join: whether the record
 * names a partner, and whether there is one.
 */
final class MappedRows {
    static final String LOOKED = "_looked";
    static final String FOUND = "_found";

    private final SourceSpec source;
    private final String place;
    private final RowExpressions expressions;
    private final List<Join> joins;
    private final TreeSet<String> names = new TreeSet<>();
    private final Dataset<Row> shape;
    /** Columns that {@link #rows} has not got yet: each step of Spark checks all before it again, so that one step adds many. */
    private final Map<String, Column> added = new LinkedHashMap<>();

    private Dataset<Row> rows;

    MappedRows(SourceSpec source, String place, String stream, List<Join> joins, Map<String, Dataset<Row>> winners) {
        this.source = source;
        this.place = place;
        Connector connector = source.connector();
        this.rows = required(winners, stream);
        this.expressions = new RowExpressions(connector.id());
        this.joins = List.copyOf(joins);
        names.addAll(connector.stream(stream).usable());
        with(LOOKED, lit(0));
        with(FOUND, lit(0));
        for (Join join : this.joins) {
            join(join, required(winners, join.stream()));
            connector.stream(join.stream()).usable().forEach(name -> names.add(join.stream() + "." + name));
        }
        this.shape = rows.sparkSession().createDataFrame(List.of(), rows().schema());
    }

    Dataset<Row> rows() {
        if (!added.isEmpty()) {
            rows = rows.withColumns(added);
            added.clear();
        }

        return rows;
    }

    /** Whether a condition holds; none always does. Null where it cannot be told. */
    Column where(String condition) {
        return condition == null ? lit(true) : checked("where", condition);
    }

    /** Whether a join that one of the expressions needs looked for a partner and found none. */
    Column withoutPartner(String... expressions) {
        Column missing = lit(false);
        for (int i = 0; i < joins.size(); i++) {
            String prefix = joins.get(i).stream() + ".";
            if (Arrays.stream(expressions).anyMatch(text -> text != null && text.contains(prefix))) {
                missing = missing.or(bit(LOOKED, i).and(functions.not(bit(FOUND, i))));
            }
        }

        return missing;
    }

    /** One row for each name of a column of {@link #names}, and one for a row without any; {@code position} counts from 0. */
    void explode(String names, String name, String position) {
        if (rows().schema().apply(names).dataType() instanceof ArrayType) {
            rows = rows.drop(name)
                    .select(col("*"), functions.posexplode_outer(col(names)).as(new String[] {position, name}));
        } else {
            with(name, col(names));
            with(position, lit(0));
        }
    }

    final void with(String name, Column column) {
        if (reads(column.expr(), added.keySet())) {
            rows();
        }

        added.put(name, column);
    }

    private static boolean reads(Expression expression, Set<String> names) {
        return expression instanceof UnresolvedAttribute attribute && names.contains(attribute.name())
                || JavaConverters.seqAsJavaList(expression.children()).stream().anyMatch(each -> reads(each, names));
    }

    /** The name that an expression gives, or its list of names without nulls; null for none. */
    Column names(String name, String expression) {
        Column column = checked(name, expression);
        if (!(type(column) instanceof ArrayType)) {
            return named(column).cast(DataTypes.StringType);
        }

        Column known = functions.array_compact(
                column.cast(DataTypes.createArrayType(DataTypes.StringType, /* containsNull= */ true)));
        return functions.when(functions.size(known).gt(0), known);
    }

    /** Whether the later of two moments is before the earlier: null where one is not known. */
    Column breaks(DateOrder order) {
        Column earlier = checked("date-order", order.earlier());
        Column later = checked("date-order", order.later());
        boolean days = type(earlier) instanceof DateType || type(later) instanceof DateType;
        return days
                ? day(later).lt(day(earlier))
                : micros("date-order", order.later()).lt(micros("date-order", order.earlier()));
    }

    private Column day(Column moment) {
        return type(moment) instanceof TimestampType
                ? functions.to_date(
                        functions.from_utc_timestamp(moment, source.zone().getId()))
                : moment;
    }

    Column value(String name, String expression) {
        return checked(name, expression);
    }

    Column text(String name, String expression) {
        return expression == null
                ? lit(null).cast(DataTypes.StringType)
                : checked(name, expression).cast(DataTypes.StringType);
    }

    /** The objects that a reference names: type, id, and what they are to the event; an id may be null. */
    Column objects(ObjectReference object) {
        Column given = names("object_id", object.id());
        Column type = object.typeFrom() == null ? lit(object.type()) : text("object_type", object.typeFrom());
        Column qualifier = object.qualifierFrom() == null
                ? lit(object.qualifier()).cast(DataTypes.StringType)
                : text("qualifier", object.qualifierFrom());
        return functions.transform(
                type(given) instanceof ArrayType
                        ? functions.coalesce(given, functions.array())
                        : functions.array(given),
                id -> functions.struct(type.as("object_type"), id.as("object_id"), qualifier.as("qualifier")));
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

    private static Column bit(String column, int bit) {
        return col(column).bitwiseAND(1 << bit).notEqual(0);
    }

    private Column checked(String what, String expression) {
        expressions.check(place + ", " + what, expression, names);
        return expr(expression);
    }

    private DataType type(Column column) {
        return shape.select(column).schema().fields()[0].dataType();
    }

    private void join(Join join, Dataset<Row> other) {
        List<Column> columns = new ArrayList<>();
        List<Column> keys = new ArrayList<>();
        for (String name : other.columns()) {
            columns.add(col(name));
        }

        Column condition = lit(true);
        Column looks = lit(true);
        for (Map.Entry<String, String> on : join.on().entrySet()) {
            String key = "_on_" + on.getKey();
            keys.add(col(on.getKey()).as(key));
            Column names = checked("join of " + join.stream(), on.getValue());
            condition = condition.and(names.equalTo(col(key)));
            looks = looks.and(names.isNotNull());
        }

        keys.add(functions.struct(columns.toArray(new Column[0])).as(join.stream()));
        int bit = 1 << joins.indexOf(join);
        with(LOOKED, col(LOOKED).bitwiseOR(functions.when(looks, bit).otherwise(0)));
        Dataset<Row> right = other.select(keys.toArray(new Column[0]));
        rows = rows().join(right, condition, "left");
        with(
                FOUND,
                col(FOUND)
                        .bitwiseOR(functions
                                .when(col(join.stream()).isNotNull(), bit)
                                .otherwise(0)));
        rows = rows().drop(join.on().keySet().stream().map(key -> "_on_" + key).toArray(String[]::new));
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
