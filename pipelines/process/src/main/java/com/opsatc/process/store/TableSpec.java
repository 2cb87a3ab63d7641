package com.opsatc.process.store;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.iceberg.TableProperties;
import org.apache.spark.sql.types.StructType;

/**
 * The shape of one of a tenant's tables: its name, its columns, how it is partitioned, and how its files are written.
 *
 * @param name letters, digits and '_', starting with a letter: names become SQL identifiers and are never quoted text
 * @param partitioning Iceberg partition transforms as SQL, e.g. {@code bucket(8, case_key)}; empty for none
 * @param properties Iceberg table properties beyond those of every table, for new tables; names and values are code, never a
 *     tenant's text
 */
public record TableSpec(String name, StructType schema, String partitioning, Map<String, String> properties) {
    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9_]{0,150}");

    public TableSpec {
        requireNonNull(schema, "schema");
        requireNonNull(partitioning, "partitioning");
        properties = Map.copyOf(properties);
        if (name == null || !LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Invalid table name: use a-z, 0-9 and '_', at most 151 characters, starting with a letter");
        }
    }

    public static TableSpec unpartitioned(String name, StructType schema) {
        return new TableSpec(name, schema, "", Map.of());
    }

    /** The same, of a column whose values hardly repeat: a dictionary of them would be filled, given up and thrown away. */
    public TableSpec distinct(String column) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(TableProperties.PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX + column, "false");
        return new TableSpec(name, schema, partitioning, more);
    }

    /** A table name made of a prefix and the name of a source or stream, e.g. {@code log_order_to_cash}. */
    public static String nameOf(String prefix, String... parts) {
        return prefix + "_" + String.join("__", parts).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }

    String columnsSql() {
        return java.util.Arrays.stream(schema.fields())
                .map(field ->
                        "`" + field.name() + "` " + field.dataType().sql() + (field.nullable() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", "));
    }

    /** The properties as they follow others in SQL, in the order of their names. */
    String propertiesSql() {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .map(property -> ", '" + property.getKey() + "'='" + property.getValue() + "'")
                        .collect(Collectors.joining());
    }
}
