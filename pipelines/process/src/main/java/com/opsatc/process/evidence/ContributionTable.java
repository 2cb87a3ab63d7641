package com.opsatc.process.evidence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a figure is made of: one row for each member of its population, counted or not.
 *
 * <pre>
 * record    file  row  to_file  to_row  at_us             contribution  excluded  open
 * ticket-1  3f…a1   1  3f…a1        9   1767603600000000    7200000000  null      false   counted
 * ticket-2  3f…a1   4  null      null   1767607200000000             0  no-start  false   left out, with the reason
 * ticket-3  3f…a1   6  null      null   1767999599999999   392400000000  null      true    still running, so far
 * </pre>
 *
 * {@code key} and {@code to_key} are what the system of record calls the cited rows, null for nothing. {@code at_us} is the instant that places the member in a day and week. Further boolean columns may follow: what they
 * hold of is counted beside the figure. Where members belong together, as lines do to an order, a column {@code cluster}
 * names what they belong to, and the interval of a share is made of clusters. Where a member was read from more than two
 * rows, a column {@code more}, an ascending array of structs of file, row and key, has the others. Where members do not weigh the
 * same, a column {@code weight} has what each does, in thousandths. Where what a member is has declared attributes, a column
 * {@code attributes}, an array of structs of name and value by name, has those that are recorded.
 */
public final class ContributionTable {
    public static final String RECORD = "record";
    public static final String FILE = "file";
    public static final String ROW = "row";
    public static final String KEY = "key";
    public static final String TO_FILE = "to_file";
    public static final String TO_ROW = "to_row";
    public static final String TO_KEY = "to_key";
    public static final String AT_US = "at_us";
    public static final String CONTRIBUTION = "contribution";
    public static final String EXCLUDED = "excluded";
    public static final String OPEN = "open";
    /** Optional. */
    public static final String CLUSTER = "cluster";
    /** Optional. */
    public static final String MORE = "more";
    /** Optional. */
    public static final String WEIGHT = "weight";

    /** Optional. */
    public static final String ATTRIBUTES = "attributes";

    /** What {@link #ATTRIBUTES} holds. */
    public static final ArrayType ATTRIBUTED = DataTypes.createArrayType(
            new StructType().add("name", StringType, true).add("value", StringType, true), /* containsNull= */ true);

    /** What {@link #MORE} holds. */
    public static final ArrayType CITED = DataTypes.createArrayType(
            new StructType()
                    .add("file", StringType, false)
                    .add("row", LongType, false)
                    .add("key", StringType, true),
            /* containsNull= */ false);

    public static final StructType SCHEMA = new StructType()
            .add(RECORD, StringType, false)
            .add(FILE, StringType, false)
            .add(ROW, LongType, false)
            .add(KEY, StringType, true)
            .add(TO_FILE, StringType, true)
            .add(TO_ROW, LongType, true)
            .add(TO_KEY, StringType, true)
            .add(AT_US, LongType, false)
            .add(CONTRIBUTION, LongType, false)
            .add(EXCLUDED, StringType, true)
            .add(OPEN, BooleanType, false);

    private ContributionTable() {}

    /** The rows that evidence holds: those that count, and those of members that are still open. */
    public static Dataset<Row> cited(Dataset<Row> contributions) {
        return contributions.where(col(EXCLUDED).isNull());
    }

    /** Only the rows that count. */
    public static Dataset<Row> counted(Dataset<Row> contributions) {
        return contributions.where(isCounted());
    }

    /** What a member belongs to; null where a member stands for itself. */
    static Column cluster(Dataset<Row> contributions) {
        boolean clustered = Arrays.asList(contributions.columns()).contains(CLUSTER);
        return clustered ? col(CLUSTER) : lit(null).cast(StringType).as(CLUSTER);
    }

    /** The further rows of a member; an empty array where two are enough. */
    static Column more(Dataset<Row> contributions) {
        boolean has = Arrays.asList(contributions.columns()).contains(MORE);
        return has ? col(MORE) : functions.array().cast(CITED).as(MORE);
    }

    /** How much a contribution weighs; 1 where all weigh the same. */
    static Column weight(Dataset<Row> contributions) {
        boolean has = Arrays.asList(contributions.columns()).contains(WEIGHT);
        return has ? col(WEIGHT) : lit(1L).as(WEIGHT);
    }

    /** The declared attributes of what a member is; an empty array where there are none. */
    static Column attributes(Dataset<Row> contributions) {
        boolean has = Arrays.asList(contributions.columns()).contains(ATTRIBUTES);
        return has ? col(ATTRIBUTES) : functions.array().cast(ATTRIBUTED).as(ATTRIBUTES);
    }

    private static Column isCounted() {
        return col(EXCLUDED).isNull().and(col(OPEN).equalTo(false));
    }

    /** Fails with the missing columns when {@code rows} is no table of contributions; nothing is computed for it. */
    public static Dataset<Row> require(Dataset<Row> rows) {
        Set<String> present = Set.copyOf(Arrays.asList(rows.columns()));
        List<String> missing = Arrays.stream(SCHEMA.fields())
                .map(StructField::name)
                .filter(name -> !present.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Invalid contributions: missing columns " + missing);
        }

        return rows;
    }
}
