package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.CLUSTER;
import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.EXCLUDED;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static com.opsatc.process.evidence.ContributionTable.RECORD;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.kernel.outcome.BulkRule;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many ended together with so many others in one minute that nobody did them one by one: see {@code
 * conf/definitions/bulk-cases.yaml}. Option {@code of}: {@code exceptions} by their first resolution, or {@code cases} by their last
 * event. A minute is of the clock, and those that end in one belong together, so that the interval is made of minutes.
 */
public final class BulkEnds implements Kpi {
    private static final String MINUTE = "_minute";
    private static final String TOGETHER = "_together";
    private static final String OF = "_of";
    private static final long MINUTE_US = 60_000_000;

    @Override
    public String family() {
        return "bulk-ends";
    }

    @Override
    public Map<String, List<String>> options() {
        return EndedMembers.OPTIONS;
    }

    /** Cases and exceptions are no definitions of one figure. */
    @Override
    public Set<String> subjects() {
        return EndedMembers.OPTIONS.keySet();
    }

    @Override
    public List<String> entries() {
        return EndedMembers.ENTRIES;
    }

    @Override
    public Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        Optional<Dataset<Row>> ended = EndedMembers.rows(in, variant, shared);
        if (ended.isEmpty()) {
            return new Measurement.NotMeasured(in.mapping().reason("exception-mttr"));
        }

        Dataset<Row> rows = ended.get()
                .withColumn(
                        EXCLUDED,
                        when(
                                        col(EXCLUDED)
                                                .isNull()
                                                .and(col(OPEN).equalTo(false))
                                                .and(EndedMembers.endsOnADate(in)),
                                        lit("date-only"))
                                .otherwise(col(EXCLUDED)))
                .withColumn(
                        MINUTE,
                        expr("CASE WHEN excluded IS NULL AND NOT open THEN at_us - pmod(at_us, " + MINUTE_US
                                + "L) END"));
        Dataset<Row> minutes = rows.where(col(MINUTE).isNotNull())
                .groupBy(col(MINUTE).as(OF))
                .agg(count(lit(1)).as(TOGETHER), min(RECORD).as(CLUSTER));
        SortedMap<Long, Long> byNumber = byNumber(minutes);
        long from = BulkRule.from(byNumber);
        return new Measurement.Contributions(
                rows.join(minutes, col(MINUTE).equalTo(col(OF)), "left")
                        .withColumn(
                                CONTRIBUTION,
                                expr("CASE WHEN open THEN contribution WHEN _together >= " + from
                                        + "L THEN 1L ELSE 0L END"))
                        .drop(MINUTE, OF, TOGETHER, CaseMilestones.FROM_US),
                new CaseEnds(in.mapping().ends()).known(),
                List.of(),
                /* tolerance= */ null,
                Map.of(
                        FigureName.BULK_FROM,
                        BigDecimal.valueOf(from),
                        FigureName.BULK_MINUTES,
                        BigDecimal.valueOf(BulkRule.minutes(byNumber))),
                /* objects= */ null);
    }

    /** How many minutes have how many ends. */
    private static SortedMap<Long, Long> byNumber(Dataset<Row> minutes) {
        SortedMap<Long, Long> byNumber = new TreeMap<>();
        minutes.groupBy(TOGETHER).count().collectAsList().forEach(row -> byNumber.put(row.getLong(0), row.getLong(1)));
        return byNumber;
    }
}
