package com.opsatc.process.kpi.measure;

import com.opsatc.contract.claim.Aggregation;
import java.util.List;
import java.util.Optional;

/**
 * What a duration makes of members that have not reached the end: they stand apart, or are at risk. At risk means that the figure is
 * the survival median of all members, by the date on which they began, so that a slow one counts from its first day and not only
 * once it is done.
 */
public final class OpenMembers {
    /** The option of a family, and what it takes. */
    public static final String OPTION = "open";

    public static final String APART = "apart";
    public static final String AT_RISK = "at-risk";
    public static final List<String> CHOICES = List.of(APART, AT_RISK);

    private OpenMembers() {}

    /** Whether one of the {@link #CHOICES} of an option is that open members are at risk. */
    public static boolean atRisk(KpiVariant variant, String option) {
        return variant.choice(option).equals(AT_RISK);
    }

    /** What the definition's aggregation must be, and may be only then. */
    public static Optional<Aggregation> aggregation(KpiVariant variant, String option) {
        return atRisk(variant, option) ? Optional.of(Aggregation.SURVIVAL_MEDIAN) : Optional.empty();
    }
}
