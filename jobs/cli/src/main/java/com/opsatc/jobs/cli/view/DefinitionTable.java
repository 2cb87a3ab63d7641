package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.stream.Collectors;

/** A line a definition: what the figures that name it mean. */
final class DefinitionTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "id"),
            Column.count("version", "version"),
            Column.text("title", "title"),
            Column.coded("unit", "unit"),
            Column.coded("aggregation", "aggregation"),
            Column.coded("direction", "direction"),
            Column.text("clock", "clock"),
            Column.text("kpi", "family"),
            Column.text("with", "variant"),
            Column.text("formula", "formula"));

    private DefinitionTable() {}

    static List<DocumentView.Titled> of(DefinitionsDocument document) {
        return List.of(new DocumentView.Titled(
                "", "", new Table(COLUMNS, document.definitions().stream().map(DefinitionTable::row))));
    }

    private static List<Object> row(Definition definition) {
        return Table.row(
                definition.id(),
                (long) definition.version(),
                definition.title(),
                Cell.coded(definition.unit().symbol(), definition.unit().words()),
                Cell.coded(
                        definition.aggregation().symbol(),
                        definition.aggregation().label()),
                PlainNames.cell(definition.direction().symbol()),
                definition.clock(),
                definition.kpi(),
                definition.with().entrySet().stream()
                        .map(chosen -> chosen.getKey() + ": " + chosen.getValue())
                        .collect(Collectors.joining(", ")),
                definition.formula());
    }
}
