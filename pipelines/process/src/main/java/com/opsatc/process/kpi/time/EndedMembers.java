package com.opsatc.process.kpi.time;

import static com.opsatc.process.evidence.ContributionTable.AT_US;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import com.opsatc.kernel.calendar.LocalDays;
import com.opsatc.kernel.outcome.Milestones.End;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.kpi.measure.SharedRows;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * What guards look at: exceptions by their first resolution, or cases by their last event. Rows are contributions, as those of
 * exception MTTR and of cycle time, with the start in column {@link CaseMilestones#FROM_US}.
 */
final class EndedMembers {
    /** The option of a family, and what it takes. */
    static final String OPTION = "of";

    static final Map<String, List<String>> OPTIONS = Map.of(OPTION, List.of("cases", "exceptions"));

    /** Either will do; what is of exceptions needs the latter. */
    static final List<String> ENTRIES = List.of("cycle-time", "exception-mttr");

    private EndedMembers() {}

    /** Empty where the connector does not say what an exception is, and that is asked for. */
    static Optional<Dataset<Row>> rows(ProcessInput in, KpiVariant variant, SharedRows shared) {
        CaseEnds ends = new CaseEnds(in.mapping().ends());
        if (variant.choice(OPTION).equals("cases")) {
            return Optional.of(shared.rows(
                    List.of(EndedMembers.class, "cases"),
                    () -> CycleTime.cases(in, ends, Clocks.WALL)
                            .withColumnRenamed(CycleTime.STARTED_US, CaseMilestones.FROM_US)));
        }

        return exceptions(in)
                .map(params -> shared.rows(
                        List.of(EndedMembers.class, "exceptions"),
                        () -> CaseMilestones.resolutions(
                                        in,
                                        ExceptionMoments.of(in, params),
                                        ResolutionRule.to(End.FIRST),
                                        ends,
                                        Clocks.WALL)
                                .drop(CaseMilestones.REOPENED, CaseMilestones.REOPENED_US)));
    }

    static Optional<KpiParams> exceptions(ProcessInput in) {
        return in.mapping().params("exception-mttr");
    }

    /** Whether a member ends on a date without a time: at the first instant of a day of the tenant's zone. */
    static Column endsOnADate(ProcessInput in) {
        return isDate(AT_US, in.zone());
    }

    /** Whether it begins on one. */
    static Column beginsOnADate(ProcessInput in) {
        return isDate(CaseMilestones.FROM_US, in.zone());
    }

    private static Column isDate(String us, ZoneId zone) {
        UDF1<Long, Boolean> first = instant -> LocalDays.isFirstOfDay(instant, zone);
        return udf(first, DataTypes.BooleanType).asNonNullable().apply(col(us));
    }
}
