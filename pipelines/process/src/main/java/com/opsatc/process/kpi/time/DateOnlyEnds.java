package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.Measurement;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many begin or end on a date without a time, so that what they took may be off by up to a day: see {@code
 * conf/definitions/date-only-cases.yaml}. Option {@code of}: {@code exceptions} up to their first resolution, or {@code cases}.
 */
public final class DateOnlyEnds implements Kpi {
    @Override
    public String family() {
        return "date-only-ends";
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

        return new Measurement.Contributions(
                ended.get()
                        .withColumn(
                                CONTRIBUTION,
                                when(col(OPEN), col(CONTRIBUTION))
                                        .when(EndedMembers.beginsOnADate(in).or(EndedMembers.endsOnADate(in)), 1L)
                                        .otherwise(0L))
                        .drop(CaseMilestones.FROM_US),
                new CaseEnds(in.mapping().ends()).known(),
                List.of());
    }
}
