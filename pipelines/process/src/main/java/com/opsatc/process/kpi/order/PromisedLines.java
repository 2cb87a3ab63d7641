package com.opsatc.process.kpi.order;

import static org.apache.spark.sql.functions.col;

import com.opsatc.kernel.outcome.PromisedDays;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Order lines by what they were promised for first and last, as contributions; only conversion from attribute texts. A line is
 * placed on the day that it was first promised for, or on the logical date where that is later.
 */
final class PromisedLines extends EachLine {
    private static final long serialVersionUID = 1L;
    private static final StructType SCHEMA =
            ContributionTable.SCHEMA.add(ContributionTable.CLUSTER, DataTypes.StringType, true);

    private final boolean inDays;

    private PromisedLines(String where, ZoneId zone, LocalDate asOf, boolean inDays) {
        super(where, zone, asOf);
        this.inDays = inDays;
    }

    /**
     * The contributions.
     *
     * @param first attribute with the day that was promised first
     * @param last attribute with the day that was promised last
     * @param inDays by how many days a line was put off; else 1 where it was
     */
    static Dataset<Row> rows(ProcessInput in, KpiParams params, String first, String last, boolean inDays) {
        return in.objects()
                .where(col("object_type").equalTo(params.text("object")))
                .select(
                        col("object_id"),
                        col("file"),
                        col("row"),
                        col("key"),
                        OrderLines.attribute(params.text("order")),
                        OrderLines.attribute(first),
                        OrderLines.attribute(last))
                .mapPartitions(new PromisedLines(params.where(), in.zone(), in.asOf(), inDays), Encoders.row(SCHEMA));
    }

    @Override
    Row of(Row line, AttributeTimes times, long asOfUs) {
        if (line.isNullAt(5)) {
            return row(line, 0, 0, "no-first-promise");
        }

        if (line.isNullAt(6)) {
            return row(line, 0, 0, "no-last-promise");
        }

        String first = line.getString(5);
        PromisedDays promised = new PromisedDays(times.epochDay(first), times.epochDay(line.getString(6)));
        long contribution = inDays ? promised.slip() : promised.isPutOff() ? 1 : 0;
        return row(line, Math.min(times.startUs(first), asOfUs), contribution, null);
    }

    private static Row row(Row line, long atUs, long contribution, String excluded) {
        String order = line.isNullAt(4) ? line.getString(0) : line.getString(4);
        return RowFactory.create(
                line.getString(0),
                line.getString(1),
                line.getLong(2),
                line.getString(3),
                null,
                null,
                null,
                atUs,
                contribution,
                excluded,
                false,
                order);
    }
}
