package com.opsatc.process.recommend.effect;

import com.opsatc.contract.advice.Sign;
import com.opsatc.process.evidence.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The parts of cases that recommendations address already: each part is one's alone. */
public final class Taken {
    private Dataset<Row> steps;
    private Dataset<Row> repetitions;
    private int count;

    /** How many recommendations there are. */
    public int count() {
        return count;
    }

    /** Whether something of these may be taken: two steps share no part of a case, and a share is of none. */
    public boolean mayOverlap(Sign sign) {
        return !sign.isOfKpi() && (repetitions != null || (steps != null && !sign.isOfStep()));
    }

    /** Those of {@code all} that nobody has taken. */
    public Dataset<Row> left(Sign sign, Dataset<Row> all) {
        Dataset<Row> left = steps == null || sign.isOfStep() ? all : Passages.without(all, steps);
        return repetitions == null ? left : Passages.without(left, repetitions);
    }

    public void take(Sign sign, Dataset<Row> all) {
        Dataset<Row> parts = all.select(ContributionTable.RECORD, Passages.FIRST, Passages.LAST);
        if (sign.isOfStep()) {
            steps = steps == null ? parts : steps.union(parts);
        } else {
            repetitions = repetitions == null ? parts : repetitions.union(parts);
        }
        count++;
    }

    /** Counts a recommendation that is of no part of a case. */
    public void none() {
        count++;
    }
}
