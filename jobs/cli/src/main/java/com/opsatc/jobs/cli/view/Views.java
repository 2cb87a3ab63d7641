package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.Documents;
import java.util.List;

/** Every document that is read as tables, in the order the help lists them; a new one is a line here. */
public final class Views {
    public static final List<DocumentView<?>> ALL = List.of(
            new DocumentView<>(Documents.KPIS, KpiTable::of, KpiTable::read),
            new DocumentView<>(Documents.EDGES, EdgeTable::of),
            new DocumentView<>(Documents.VARIANTS, VariantTable::of),
            new DocumentView<>(Documents.BOTTLENECKS, BottleneckTable::of),
            new DocumentView<>(Documents.WAITING, WaitingTables::of),
            new DocumentView<>(Documents.AGEING, AgeingTables::of),
            new DocumentView<>(Documents.RULES, RuleTables::of),
            new DocumentView<>(Documents.FINDINGS, FindingTable::of),
            new DocumentView<>(Documents.RECOMMENDATIONS, RecommendationTable::of),
            new DocumentView<>(Documents.QUALITY, QualityTables::of),
            new DocumentView<>(Documents.DEFINITIONS, DefinitionTable::of));

    private Views() {}
}
