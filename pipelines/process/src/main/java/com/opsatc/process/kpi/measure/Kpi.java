package com.opsatc.process.kpi.measure;

import static org.apache.spark.sql.functions.col;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.AllMembers;
import com.opsatc.contract.claim.MemberKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One family of outcome KPIs: which members a process has, what each contributes, and which are left out or still open.
 *
 * <p>The figure follows from the definition's aggregation over the contributions; interval, weekly series and evidence are
 * the same for all KPIs. A variant of it is a file in {@code conf/definitions} and nothing else; to add a family: a class, a
 * line in {@code Kpis}, a definition.
 */
public interface Kpi {
    /** As definitions name it under {@code kpi}, e.g. {@code cycle-time}. */
    String family();

    /**
     * What a definition may choose under {@code with}: each option with the values it takes, the usual one first. One without values takes
     * any name, such as one that connectors give, and has no usual one.
     */
    default Map<String, List<String>> options() {
        return Map.of();
    }

    /** What is wrong with what a definition chose together, a phrase about the definition; empty where it fits. */
    default Optional<String> problem(KpiVariant variant) {
        return Optional.empty();
    }

    /** The aggregation that the definition of a variant must have because of what it chose; empty where any usual one will do. */
    default Optional<Aggregation> aggregation(KpiVariant variant) {
        return Optional.empty();
    }

    /** Of the options those that choose what is measured, and not how: variants that differ in one are no definitions of one figure. */
    default Set<String> subjects() {
        return Set.of();
    }

    /**
     * The entries of the connector's {@code kpis} section that can support it, the best first; the first one that the
     * connector has is used, and the first of all says why when it has none.
     */
    default List<String> entries() {
        return List.of(family());
    }

    /**
     * The contributions, or why there are none.
     *
     * @param params those of the entry that is used
     * @param variant what the definition chose
     * @param shared where rows that other KPIs start from as well are kept
     */
    Measurement measure(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared);

    /**
     * How many members the process has in all, counted by a way of its own and not from the contributions: those that count, that
     * are left out and that are open must be this many. The cases of the log, unless a family says otherwise.
     */
    default AllMembers members(ProcessInput in, KpiParams params, KpiVariant variant, SharedRows shared) {
        return new AllMembers(
                MemberKind.CASE,
                shared.count(
                        MemberKind.CASE, () -> in.log().where(col("is_last")).count()));
    }
}
