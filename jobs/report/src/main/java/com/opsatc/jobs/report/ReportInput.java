package com.opsatc.jobs.report;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/** The published documents of one run of one tenant: all that a report may show. */
@RecordBuilder
public record ReportInput(
        KpisDocument kpis,
        EdgesDocument edges,
        VariantsDocument variants,
        BottlenecksDocument bottlenecks,
        WaitingDocument waiting,
        AgeingDocument ageing,
        RulesDocument rules,
        FindingsDocument findings,
        RecommendationsDocument recommendations,
        QualityDocument quality,
        DefinitionsDocument definitions) {
    public ReportInput {
        requireNonNull(kpis, "kpis");
        requireNonNull(edges, "edges");
        requireNonNull(variants, "variants");
        requireNonNull(bottlenecks, "bottlenecks");
        requireNonNull(waiting, "waiting");
        requireNonNull(ageing, "ageing");
        requireNonNull(rules, "rules");
        requireNonNull(findings, "findings");
        requireNonNull(recommendations, "recommendations");
        requireNonNull(quality, "quality");
        requireNonNull(definitions, "definitions");
        DocumentHeader first = kpis.header();
        for (DocumentHeader other : List.of(
                edges.header(),
                variants.header(),
                bottlenecks.header(),
                waiting.header(),
                ageing.header(),
                rules.header(),
                findings.header(),
                recommendations.header(),
                quality.header(),
                definitions.header())) {
            if (!other.tenant().equals(first.tenant())
                    || !other.runId().equals(first.runId())
                    || !other.asOf().equals(first.asOf())
                    || !other.zone().equals(first.zone())) {
                throw new IllegalArgumentException("Invalid report input: document " + other.schema()
                        + " is of another tenant, run, date or zone than " + first.schema()
                        + "; give the documents of one manifest");
            }
        }
    }

    DocumentHeader header() {
        return kpis.header();
    }
}
