package com.opsatc.process.kpi.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.process.evidence.ContributionTable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Beside contributions the declared attributes of what each is about, by its record. */
public final class MemberAttributes {
    private static final String OBJECT = "_object";
    private static final String VALUES = "_values";

    private MemberAttributes() {}

    /**
     * The contributions with column {@link ContributionTable#ATTRIBUTES}, as many rows as they were; as they are where no attribute
     * of their objects is declared. A record that is no object has none; of several objects of one id the first by file and row
     * speaks, as everywhere.
     */
    public static Measurement.Contributions with(Measurement.Contributions contributions, ProcessInput in) {
        KpiMapping mapping = in.mapping();
        String type = contributions.objects() == null ? mapping.caseNotion() : contributions.objects();
        List<DeclaredAttribute> declared = mapping.attributes(type).stream()
                .sorted(Comparator.comparing(DeclaredAttribute::name))
                .toList();
        if (declared.isEmpty()) {
            return contributions;
        }

        Column[] named = declared.stream().map(MemberAttributes::named).toArray(Column[]::new);
        Dataset<Row> objects = in.objects()
                .where(col("object_type").equalTo(type))
                .groupBy(col("object_id").as(OBJECT))
                .agg(expr("min_by(attributes, struct(file, row))").as(VALUES))
                .select(
                        col(OBJECT),
                        array_compact(array(named))
                                .cast(ContributionTable.ATTRIBUTED)
                                .as(VALUES));
        Dataset<Row> rows = contributions.rows();
        return contributions.with(rows.join(
                        objects, col(ContributionTable.RECORD).equalTo(col(OBJECT)), "left")
                .withColumn(
                        ContributionTable.ATTRIBUTES, coalesce(col(VALUES), array().cast(ContributionTable.ATTRIBUTED)))
                .drop(OBJECT, VALUES));
    }

    /** Null where it is not recorded. */
    private static Column named(DeclaredAttribute declared) {
        Column value = col(VALUES).getItem(declared.attribute());
        return when(value.isNotNull(), struct(lit(declared.name()).as("name"), value.as("value")));
    }
}
