package com.opsatc.process.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;

import com.opsatc.process.bottleneck.StepPairs;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.evidence.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every occurrence of a step that its time is measured over as a contribution, in the week in which it ends. */
final class EdgeOccurrences {
    private EdgeOccurrences() {}

    static Dataset<Row> of(Dataset<Row> log, TimedEdge step) {
        return StepPairs.contributions(StepPairs.of(log, step));
    }

    /** What each contribution exceeds a target by, at least 0. */
    static Dataset<Row> beyond(Dataset<Row> gaps, long targetUs) {
        return gaps.withColumn(
                ContributionTable.CONTRIBUTION,
                greatest(lit(0L), col(ContributionTable.CONTRIBUTION).minus(lit(targetUs))));
    }
}
