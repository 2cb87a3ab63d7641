package com.opsatc.process.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Tables that an earlier build made, used by one whose columns are others.
 *
 * <p>A column that the table lacks is added, and has no value in rows that were there before; one that this build does not
 * write is kept, and has no value in rows that it writes. A column of another type is widened where no value can change, is
 * made anew where no row is carried on, and is refused otherwise.
 */
final class TableEvolution {
    private TableEvolution() {}

    /**
     * Gives the table the columns that are to be written; one commit, none where it has them.
     *
     * @param carriesRows whether rows that are there stay
     */
    static void evolve(Table table, TableSpec spec, boolean carriesRows) {
        UpdateSchema update = table.updateSchema();
        boolean changed = false;
        for (StructField field : spec.schema().fields()) {
            NestedField stored = table.schema().asStruct().field(field.name());
            if (stored == null) {
                update.addColumn(field.name(), type(field));
                changed = true;
            } else if (!isSame(stored.type(), field)) {
                if (isWider(stored.type(), field)) {
                    update.updateColumn(field.name(), type(field).asPrimitiveType());
                } else if (carriesRows) {
                    throw refused(
                            spec, field, SparkSchemaUtil.convert(stored.type()).catalogString());
                } else {
                    update.deleteColumn(field.name()).addColumn(field.name(), type(field));
                }
                changed = true;
            } else if (stored.isRequired() && field.nullable()) {
                update.makeColumnOptional(field.name());
                changed = true;
            }
        }

        for (NestedField stored : others(table, spec)) {
            if (stored.isRequired()) {
                update.makeColumnOptional(stored.name());
                changed = true;
            }
        }

        if (changed) {
            update.commit();
        }
    }

    /** The rows with every column that the table has. */
    static Dataset<Row> toWrite(Table table, TableSpec spec, Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (String name : spec.schema().fieldNames()) {
            columns.add(named(name));
        }
        for (NestedField stored : others(table, spec)) {
            columns.add(lit(null).cast(SparkSchemaUtil.convert(stored.type())).as(stored.name()));
        }

        return rows.select(columns.toArray(Column[]::new));
    }

    /** Stored rows with the columns of today, in their order. */
    static Dataset<Row> asRead(TableSpec spec, Dataset<Row> rows) {
        if (shape(rows.schema()).equals(shape(spec.schema()))) {
            return rows;
        }

        Set<String> there = Set.of(rows.schema().fieldNames());
        List<Column> columns = new ArrayList<>();
        for (StructField field : spec.schema().fields()) {
            if (!there.contains(field.name())) {
                columns.add(lit(null).cast(field.dataType()).as(field.name()));
                continue;
            }

            StructField stored = rows.schema().apply(field.name());
            boolean same = shape(stored).equals(shape(field));
            if (!same && !isWider(type(stored), field)) {
                throw refused(spec, field, stored.dataType().catalogString());
            }

            columns.add(same ? named(field.name()) : named(field.name()).cast(field.dataType()));
        }

        return rows.select(columns.toArray(Column[]::new));
    }

    private static List<NestedField> others(Table table, TableSpec spec) {
        Set<String> known = Arrays.stream(spec.schema().fieldNames()).collect(Collectors.toSet());
        return table.schema().columns().stream()
                .filter(stored -> !known.contains(stored.name()))
                .toList();
    }

    private static boolean isSame(Type stored, StructField field) {
        return SparkSchemaUtil.convert(stored)
                .catalogString()
                .equals(field.dataType().catalogString());
    }

    private static boolean isWider(Type stored, StructField field) {
        Type wanted = type(field);
        return wanted.isPrimitiveType() && TypeUtil.isPromotionAllowed(stored, wanted.asPrimitiveType());
    }

    private static Type type(StructField field) {
        return SparkSchemaUtil.convert(new StructType(new StructField[] {field}))
                .columns()
                .get(0)
                .type();
    }

    private static List<String> shape(StructType schema) {
        return Arrays.stream(schema.fields()).map(TableEvolution::shape).toList();
    }

    private static String shape(StructField field) {
        return field.name() + " " + field.dataType().catalogString();
    }

    private static Column named(String name) {
        return col("`" + name + "`");
    }

    private static PipelineException refused(TableSpec spec, StructField field, String stored) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot use table " + spec.name() + ": an earlier build stored its column " + field.name() + " as "
                        + stored + ", this one stores " + field.dataType().catalogString()
                        + ", and its rows are to be kept; take the source out with 'opsatc source remove' and add it"
                        + " again under another name, so that its files are read again");
    }
}
