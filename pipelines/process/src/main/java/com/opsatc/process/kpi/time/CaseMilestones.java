package com.opsatc.process.kpi.time;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.evidence.ContributionTable;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.ProcessInput;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Durations between two moments of each case, as contributions: whole cases in total order go to the kernel's milestones.
 *
 * <p>A counted case cites the events at both ends; one that is open or left out cites the event it starts with. The end
 * places a case in its week, or its start does. A case that does not reach the end is open while nothing has ended it; where the extract does
 * not tell open cases from closed ones it is left out.
 */
final class CaseMilestones {
    static final String REOPENED = FigureName.REOPENED_COUNT.symbol();
    /** When it was first reopened; null where it was not. */
    static final String REOPENED_US = "reopened_us";

    /** When the time began. */
    static final String FROM_US = "from_us";

    static final StructType SCHEMA = ContributionTable.SCHEMA
            .add(REOPENED, BooleanType, false)
            .add(REOPENED_US, LongType, true)
            .add(FROM_US, LongType, false);

    /** What an event is, as bits of the activity code that the kernel sees. */
    static final int FROM = 1;

    static final int TO = 2;
    static final int RESTING = 4;
    static final int ENDS = 8;
    static final int PENDING = 16;

    private CaseMilestones() {}

    /** From the first {@code from} to the first {@code to} from it on; to be placed {@link #byEnd} or {@link #byStart}. */
    static Dataset<Row> durations(ProcessInput in, Moment from, Moment to, CaseEnds ends, String clock) {
        return measured(in, from, to, to.marks(), lit(false), ResolutionRule.to(End.FIRST), ends, clock);
    }

    /** From the first {@code from} to the first or last {@code to} from it on, whatever follows. */
    static Dataset<Row> between(ProcessInput in, Moment from, Moment to, End end, CaseEnds ends, String clock) {
        return measured(in, from, to, lit(true), lit(false), ResolutionRule.to(end), ends, clock);
    }

    /** Placed by the end of the time; what is open by the logical date. */
    static Dataset<Row> byEnd(Dataset<Row> measured) {
        return measured.drop(REOPENED, REOPENED_US, FROM_US);
    }

    /** Placed by the start of the time, open or not. */
    static Dataset<Row> byStart(Dataset<Row> measured) {
        return byEnd(measured.withColumn(ContributionTable.AT_US, col(FROM_US)));
    }

    /**
     * To the first or last resolution, with columns {@link #REOPENED} and {@link #REOPENED_US}. Activities that resolve, and
     * {@code closing} ones, may follow a resolution; any other reopens the case, and one that is reopened after its last
     * resolution is open again.
     */
    static Dataset<Row> resolutions(
            ProcessInput in, ExceptionMoments moments, ResolutionRule rule, CaseEnds ends, String clock) {
        return measured(
                in,
                moments.opened(),
                moments.resolved(),
                col("activity").isin(moments.resting().toArray()),
                moments.pending().map(Moment::marks).orElse(lit(false)),
                rule,
                ends,
                clock);
    }

    /**
     * From the first {@code from} to the first {@code to} from it on, with column {@link #REOPENED_US}: when the first event of {@code
     * reversed} after it took it back.
     */
    static Dataset<Row> reversals(ProcessInput in, Moment from, Moment to, Moment reversed, CaseEnds ends) {
        return measured(
                in, from, to, not(reversed.marks()), lit(false), ResolutionRule.to(End.FIRST), ends, Clocks.WALL);
    }

    private static Dataset<Row> measured(
            ProcessInput in,
            Moment from,
            Moment to,
            Column resting,
            Column pending,
            ResolutionRule rule,
            CaseEnds ends,
            String clock) {
        Column kind = bit(from.marks(), FROM)
                .plus(bit(to.marks(), TO))
                .plus(bit(resting, RESTING))
                .plus(bit(ends.marks(), ENDS))
                .plus(bit(pending, PENDING));
        return in.log()
                .select(
                        col("case_id"),
                        col("position"),
                        kind.as("kind"),
                        // An event that is recorded as completed before it started has one instant: its completion.
                        least(col("start_us"), col("complete_us")).as("start_us"),
                        col("complete_us"),
                        col("file"),
                        col("row"),
                        col("key"))
                .repartition(col("case_id"))
                .sortWithinPartitions("case_id", "position")
                .mapPartitions(
                        new MilestonesByCase(
                                rule,
                                ends.known(),
                                ends.lastEventDecides(),
                                in.knownUntilUs(),
                                in.clocks().find(clock).orElseThrow()),
                        Encoders.row(SCHEMA));
    }

    private static Column bit(Column condition, int bit) {
        return when(condition, bit).otherwise(0);
    }
}
