package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.VariantsDocument;
import java.util.List;

/** Every document that is read as tables, in the order the help lists them; a new one is a line here. */
public final class Views {
    public static final List<DocumentView<?>> ALL = List.of(
            new DocumentView<>(
                    "kpis",
                    "The outcome KPIs with n, interval and state.",
                    Documents.KPIS,
                    KpisDocument.class,
                    KpiTable::of),
            new DocumentView<>(
                    "edges",
                    "Which activity directly follows which: how often, and after what time.",
                    Documents.EDGES,
                    EdgesDocument.class,
                    EdgeTable::of),
            new DocumentView<>(
                    "variants",
                    "The most frequent sequences of activities.",
                    Documents.VARIANTS,
                    VariantsDocument.class,
                    VariantTable::of),
            new DocumentView<>(
                    "bottlenecks",
                    "Edges ranked by the time beyond their target: what the fastest quarter takes, or a declared one.",
                    Documents.BOTTLENECKS,
                    BottlenecksDocument.class,
                    BottleneckTable::of),
            new DocumentView<>(
                    "findings",
                    "What the figures prove, and what was tested without result.",
                    Documents.FINDINGS,
                    FindingsDocument.class,
                    FindingTable::of),
            new DocumentView<>(
                    "quality",
                    "What was read, admitted, quarantined, refused and checked.",
                    Documents.QUALITY,
                    QualityDocument.class,
                    QualityTables::of));

    private Views() {}
}
