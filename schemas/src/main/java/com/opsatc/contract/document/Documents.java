package com.opsatc.contract.document;

import com.opsatc.contract.json.SchemaFile;
import java.util.List;

/** The catalogue of published documents: who writes, reads, checks, shows or serves one finds it here. */
public final class Documents {
    public static final DocumentType<KpisDocument> KPIS = new DocumentType<>(
            "kpis.json",
            KpisDocument.class,
            SchemaFile.KPIS,
            "KPIs",
            "The outcome KPIs with n, interval and state.",
            /* served= */ true);
    public static final DocumentType<EdgesDocument> EDGES = new DocumentType<>(
            "edges.json",
            EdgesDocument.class,
            SchemaFile.EDGES,
            "Edges",
            "Which activity directly follows which: how often, and after what time.",
            /* served= */ false);
    public static final DocumentType<VariantsDocument> VARIANTS = new DocumentType<>(
            "variants.json",
            VariantsDocument.class,
            SchemaFile.VARIANTS,
            "Variants",
            "The most frequent sequences of activities.",
            /* served= */ false);
    public static final DocumentType<BottlenecksDocument> BOTTLENECKS = new DocumentType<>(
            "bottlenecks.json",
            BottlenecksDocument.class,
            SchemaFile.BOTTLENECKS,
            "Bottlenecks",
            "Edges ranked by the time beyond their target: what the fastest quarter takes, or a declared one.",
            /* served= */ false);
    public static final DocumentType<WaitingDocument> WAITING = new DocumentType<>(
            "waiting.json",
            WaitingDocument.class,
            SchemaFile.WAITING,
            "Waiting",
            "Why work waits before it is started: by cause, with what each is at least and at most.",
            /* served= */ true);
    public static final DocumentType<AgeingDocument> AGEING = new DocumentType<>(
            "ageing.json",
            AgeingDocument.class,
            SchemaFile.AGEING,
            "Open now",
            "What is open and how old it is, with the risk of missing its date where held-out weeks bear it out.",
            /* served= */ true);
    public static final DocumentType<RulesDocument> RULES = new DocumentType<>(
            "rules.json",
            RulesDocument.class,
            SchemaFile.RULES,
            "Rules",
            "How far cases keep the declared rules about the order and time of their activities.",
            /* served= */ true);
    public static final DocumentType<FindingsDocument> FINDINGS = new DocumentType<>(
            "findings.json",
            FindingsDocument.class,
            SchemaFile.FINDINGS,
            "Findings",
            "What the figures prove, and what was tested without result.",
            /* served= */ true);
    public static final DocumentType<RecommendationsDocument> RECOMMENDATIONS = new DocumentType<>(
            "recommendations.json",
            RecommendationsDocument.class,
            SchemaFile.RECOMMENDATIONS,
            "Recommendations",
            "What could be done, with what it would save, what speaks against it and how one would see that it worked.",
            /* served= */ true);
    public static final DocumentType<QualityDocument> QUALITY = new DocumentType<>(
            "quality.json",
            QualityDocument.class,
            SchemaFile.QUALITY,
            "Quality",
            "What was read, admitted, quarantined, refused and checked.",
            /* served= */ false);
    public static final DocumentType<DefinitionsDocument> DEFINITIONS = new DocumentType<>(
            "definitions.json",
            DefinitionsDocument.class,
            SchemaFile.DEFINITIONS,
            "Definitions",
            "What every figure means.",
            /* served= */ false);
    public static final DocumentType<ContextFile> CONTEXT = new DocumentType<>(
            "context.json",
            ContextFile.class,
            SchemaFile.CONTEXT,
            "Context file",
            "All that may be said of the tenant, as atomic facts with citations.",
            /* served= */ true);
    public static final DocumentType<Void> REPORT = new DocumentType<>(
            "report.html",
            Void.class,
            /* schema= */ null,
            "Report",
            "The report as one self-contained HTML file.",
            /* served= */ true);

    /** In the order in which the help lists those that have a verb. */
    public static final List<DocumentType<?>> ALL = List.of(
            KPIS,
            EDGES,
            VARIANTS,
            BOTTLENECKS,
            WAITING,
            AGEING,
            RULES,
            FINDINGS,
            RECOMMENDATIONS,
            QUALITY,
            DEFINITIONS,
            CONTEXT,
            REPORT);

    private Documents() {}

    /** The evidence document of a KPI or finding id. */
    public static String evidence(String id) {
        return "evidence/" + id + ".arrow";
    }
}
