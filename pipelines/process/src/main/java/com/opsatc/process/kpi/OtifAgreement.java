package com.opsatc.process.kpi;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.measure.KpiMapping;
import com.opsatc.process.kpi.measure.KpiParams;
import com.opsatc.process.kpi.measure.KpiVariant;
import com.opsatc.process.kpi.order.OrderShare;
import java.util.Map;
import java.util.Optional;

/**
 * What holds of every process: a line, or an order, that is on time in full is in full, and is on time by its completing
 * delivery. It is asked of the members whose figures are about to be published, whatever computed them, and of every variant
 * beside those that chose the same.
 */
final class OtifAgreement {
    private static final String OTIF = "otif";
    private static final String IN_FULL = "in-full";
    private static final String ON_TIME = "on-time";
    private static final String COMPLETING = "completing";

    private OtifAgreement() {}

    /**
     * @param measured all KPIs of one process; those that are not measured are passed over
     * @throws PipelineException (internal) where a member contradicts itself, so that nothing is published
     */
    static void require(Map<KpiVariant, MeasuredKpi> measured, KpiMapping mapping) {
        measured.forEach((otif, both) -> measured.forEach((half, part) -> {
            if (otif.family().family().equals(OTIF) && isHalf(otif, half, mapping)) {
                members(both)
                        .ifPresent(all -> members(part)
                                .ifPresent(halves -> implied(
                                        all,
                                        halves,
                                        otif.definition().id(),
                                        half.definition().id())));
            }
        }));
    }

    /** Whether both chose the same, and the half is of the same lines, judged by the delivery that completes them. */
    private static boolean isHalf(KpiVariant otif, KpiVariant half, KpiMapping mapping) {
        if (!half.chosen().entrySet().containsAll(otif.chosen().entrySet())) {
            return false;
        }

        String family = half.family().family();
        return family.equals(IN_FULL)
                || family.equals(ON_TIME)
                        && mapping.params(ON_TIME).isEmpty()
                        && OrderShare.basis(half, mapping.params(OTIF).flatMap(OtifAgreement::declared))
                                .equals(COMPLETING);
    }

    private static Optional<String> declared(KpiParams otif) {
        return otif.optionalText(OrderShare.ON_TIME_BY);
    }

    /** The members of figures of one level are the same, in the same order: that of their records. */
    private static void implied(CountedMembers both, CountedMembers half, String otif, String halfId) {
        if (half.n() != both.n()) {
            throw contradicted(otif, halfId, "they count " + both.n() + " and " + half.n() + " members");
        }

        long wrong = 0;
        for (int i = 0; i < both.n(); i++) {
            wrong += both.contribution(i) > half.contribution(i) ? 1 : 0;
        }
        if (wrong > 0) {
            throw contradicted(otif, halfId, wrong + " of " + both.n() + " members pass the first and not the second");
        }
    }

    private static Optional<CountedMembers> members(MeasuredKpi kpi) {
        return kpi.members().map(MeasuredKpi.Members::population);
    }

    private static PipelineException contradicted(String otif, String half, String how) {
        return new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot publish " + otif + ": it contradicts " + half + ", " + how
                        + "; this is a defect of the program, report it");
    }
}
