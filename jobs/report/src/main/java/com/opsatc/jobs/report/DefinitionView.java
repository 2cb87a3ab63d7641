package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Definition;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/** One definition as the page shows it: what a figure means, in words that a reader can check. */
record DefinitionView(
        String anchor,
        String name,
        String title,
        String formula,
        String population,
        List<String> exclusions,
        String unit,
        String aggregation,
        String direction,
        String period,
        String clock,
        String source) {
    static DefinitionView of(Definition definition, Anchors anchors) {
        return new DefinitionView(
                anchors.definition(definition.ref()),
                Anchors.name(definition.ref()),
                Words.name(definition.title()),
                Words.sentence(definition.formula()),
                Words.sentence(definition.population()),
                definition.exclusions().stream().map(Words::name).toList(),
                definition.unit().words(),
                definition.aggregation().symbol(),
                definition.direction().words(),
                Words.sentence(definition.period()),
                Words.sentence(definition.clock()),
                Words.sentence(definition.source()));
    }
}
