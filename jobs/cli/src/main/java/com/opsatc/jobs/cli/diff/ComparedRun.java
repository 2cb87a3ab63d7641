package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.tenancy.run.Published;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One of two runs that are compared: what it says, and what that rests on. */
public record ComparedRun(
        RunManifest manifest,
        List<KpiValue> kpis,
        List<Finding> findings,
        List<Recommendation> recommendations,
        List<Definition> definitions,
        QualityDocument quality) {
    public static ComparedRun of(Published published) {
        return new ComparedRun(
                published.manifest(),
                published.read(Documents.KPIS).kpis(),
                published.read(Documents.FINDINGS).withMembers().toList(),
                published
                        .readIfThere(Documents.RECOMMENDATIONS)
                        .map(RecommendationsDocument::recommendations)
                        .orElse(List.of()),
                published.read(Documents.DEFINITIONS).definitions(),
                published.read(Documents.QUALITY));
    }

    /** Titles of KPIs by id. */
    Map<String, String> kpiTitles() {
        return kpis.stream().collect(Collectors.toMap(KpiValue::id, KpiValue::title, (first, second) -> first));
    }
}
