package com.opsatc.jobs.cli.view;

import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.text.Nearest;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.evidence.EffectCheck;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.tenancy.run.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published KPI, finding or recommendation with all that it rests on; two of {@code kpi}, {@code finding} and {@code
 * recommendation} are null.
 *
 * @param worth what a recommendation would be worth; null for what is none, and where the run does not say it
 * @param definition what the figure means
 * @param sensitivity how far a KPI moves between its definitions; null where it has one only, and for what is no KPI
 * @param guard what a KPI says as a guard of others; null for what is none
 * @param check the figure computed again from its evidence alone, of a recommendation the upper end of its effect, with the
 *     lower one where that is computed again; null for a KPI that is not measured
 * @param fileNames names of the extract files by digest, as delivered: tenant text
 */
public record Claim(
        String id,
        KpiValue kpi,
        Finding finding,
        Recommendation recommendation,
        ProcessValue worth,
        Definition definition,
        DefinitionSensitivity sensitivity,
        GuardFigure guard,
        FigureCheck check,
        Map<Sha256, String> fileNames) {
    /** Finds the claim of an id, and checks it. */
    public static Claim find(Published published, String id) {
        List<String> known = new ArrayList<>();
        for (KpiValue kpi : published.read(Documents.KPIS).kpis()) {
            known.add(kpi.id());
            if (kpi.id().equals(id)) {
                return of(published, kpi);
            }
        }

        for (Finding finding : published.read(Documents.FINDINGS).withMembers().toList()) {
            known.add(finding.id());
            if (finding.id().equals(id)) {
                return of(published, finding);
            }
        }

        for (Recommendation advice : published
                .readIfThere(Documents.RECOMMENDATIONS)
                .map(RecommendationsDocument::recommendations)
                .orElse(List.of())) {
            known.add(advice.id());
            if (advice.id().equals(id)) {
                return of(published, advice);
            }
        }

        List<String> near = Nearest.of(id, known);
        throw new PipelineException(
                ErrorCode.NOT_FOUND,
                "Cannot explain " + id + ": no KPI, finding or recommendation of the published run has this id"
                        + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                        + "; see opsatc kpis, opsatc findings and opsatc recommendations");
    }

    private static Claim of(Published published, KpiValue kpi) {
        FigureCheck check = kpi.measured()
                ? FigureCheck.of(kpi, published.stream(kpi.evidence().document()))
                : null;

        return new Claim(
                kpi.id(),
                kpi,
                null,
                null,
                null,
                definition(published, kpi.definition().id()),
                published.read(Documents.KPIS).sensitivityOf(kpi.id()).orElse(null),
                published.read(Documents.KPIS).guard(kpi.id()).orElse(null),
                check,
                names(published));
    }

    private static Claim of(Published published, Finding finding) {
        FigureCheck check =
                FigureCheck.of(finding, published.stream(finding.evidence().document()));

        return new Claim(
                finding.id(),
                null,
                finding,
                null,
                null,
                definition(published, finding.definition().id()),
                /* sensitivity= */ null,
                /* guard= */ null,
                check,
                names(published));
    }

    private static Claim of(Published published, Recommendation advice) {
        EffectCheck effect =
                EffectCheck.of(advice, published.stream(advice.evidence().document()));

        return new Claim(
                advice.id(),
                null,
                null,
                advice,
                published
                        .readIfThere(Documents.RECOMMENDATIONS)
                        .flatMap(document -> document.valueOf(advice.process()))
                        .orElse(null),
                definition(published, advice.definition().id()),
                /* sensitivity= */ null,
                /* guard= */ null,
                new FigureCheck(
                        advice.id(),
                        advice.optimistic().value(),
                        effect.optimistic(),
                        effect.rows(),
                        effect.rowsMatch(),
                        effect.endsMatch()),
                names(published));
    }

    /** What the figure rests on; null for a KPI that is not measured. */
    public Evidence evidence() {
        if (recommendation != null) {
            return recommendation.evidence();
        }

        return kpi == null ? finding.evidence() : kpi.evidence();
    }

    private static Definition definition(Published published, String id) {
        return published.read(Documents.DEFINITIONS).definitions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.STORE,
                        "Cannot explain a figure of definition " + id
                                + ": the run published no such definition; run the" + " tenant again"));
    }

    private static Map<Sha256, String> names(Published published) {
        Map<Sha256, String> names = new TreeMap<>();
        for (FileQuality file : published.read(Documents.QUALITY).files()) {
            names.merge(file.file(), file.name(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }

        return names;
    }
}
