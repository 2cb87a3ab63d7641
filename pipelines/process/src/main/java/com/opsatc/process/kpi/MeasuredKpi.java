package com.opsatc.process.kpi;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.AllMembers;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.process.evidence.CountedMembers;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A published KPI with what findings look further into.
 *
 * @param members who it counts; empty when it is not measured
 */
public record MeasuredKpi(KpiValue value, Optional<Members> members) {
    public MeasuredKpi {
        requireNonNull(value, "value");
        requireNonNull(members, "members");
    }

    /** The same KPI, of so many members in all. */
    MeasuredKpi outOf(AllMembers all) {
        return new MeasuredKpi(value.outOf(all), members);
    }

    /** @param counted the contributions behind {@code population}, as {@code ContributionTable} has them */
    public record Members(CountedMembers population, Dataset<Row> counted) {}
}
