package com.opsatc.process.kpi;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.evidence.Population;
import java.util.List;
import java.util.Optional;

/**
 * What holds of every process: a line, or an order, that is on time in full is in full, and is on time by its completing
 * delivery. It is asked of the members whose figures are about to be published, whatever computed them.
 */
final class OtifAgreement {
    private OtifAgreement() {}

    /**
     * @param measured all KPIs of one process; those that are not measured are passed over
     * @param onTimeToo false where on time was judged by another delivery or other records than OTIF
     * @throws PipelineException (internal) where a member contradicts itself, so that nothing is published
     */
    static void require(List<MeasuredKpi> measured, boolean onTimeToo) {
        for (String level : List.of("line", "order")) {
            Optional<Population> otif = members(measured, "otif-" + level);
            otif.ifPresent(both -> {
                implied(both, measured, "otif-" + level, "in-full-" + level);
                if (onTimeToo) {
                    implied(both, measured, "otif-" + level, "on-time-" + level);
                }
            });
        }
    }

    /** The members of figures of one level are the same, in the same order: that of their records. */
    private static void implied(Population both, List<MeasuredKpi> measured, String otif, String half) {
        Optional<Population> halves = members(measured, half);
        if (halves.isEmpty()) {
            return;
        }

        if (halves.get().n() != both.n()) {
            throw contradicted(
                    otif,
                    half,
                    "they count " + both.n() + " and " + halves.get().n() + " members");
        }

        long wrong = 0;
        for (int i = 0; i < both.n(); i++) {
            wrong += both.contribution(i) > halves.get().contribution(i) ? 1 : 0;
        }
        if (wrong > 0) {
            throw contradicted(otif, half, wrong + " of " + both.n() + " members pass the first and not the second");
        }
    }

    private static Optional<Population> members(List<MeasuredKpi> measured, String definition) {
        return measured.stream()
                .filter(kpi -> kpi.value().definition().id().equals(definition))
                .flatMap(kpi -> kpi.members().stream())
                .map(MeasuredKpi.Members::population)
                .findFirst();
    }

    private static PipelineException contradicted(String otif, String half, String how) {
        return new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot publish " + otif + ": it contradicts " + half + ", " + how
                        + "; this is a defect of the program, report it");
    }
}
