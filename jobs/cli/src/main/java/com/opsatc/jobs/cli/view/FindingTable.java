package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A line a finding, its members in lines after it, then a line for each family of hypotheses that did not hold up. */
final class FindingTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "id"),
            Column.symbol("part_of"),
            Column.coded("kind", "kind"),
            Column.figure("value", "value"),
            Column.symbol("unit"),
            Column.figure("low", "low"),
            Column.figure("high", "high"),
            Column.count("n", "n"),
            Column.date("from", "from"),
            Column.date("to", "to"),
            Column.text("statement", "statement"));
    private static final List<Column> NOT_SUPPORTED = List.of(
            Column.coded("process", "process"),
            Column.coded("kind", "kind"),
            Column.count("tested", "tested"),
            Column.text("reason", "why nothing is said"));

    private FindingTable() {}

    static List<DocumentView.Titled> of(FindingsDocument document, Map<String, String> kpis) {
        Table silent = new Table(
                NOT_SUPPORTED,
                document.notSupported().stream()
                        .map(each -> Table.row(
                                PlainNames.process(document.header(), each.process()),
                                Cell.coded(each.kind().symbol(), each.kind().words()),
                                each.tested(),
                                each.reason())));

        return List.of(
                new DocumentView.Titled(
                        "",
                        "Findings",
                        new Table(COLUMNS, document.findings().stream().flatMap(finding -> rows(finding, kpis)))),
                new DocumentView.Titled("not-supported", "Looked at without result", silent));
    }

    private static Stream<List<Object>> rows(Finding finding, Map<String, String> kpis) {
        return Stream.concat(
                Stream.of(row(finding, null, kpis)),
                finding.members().stream().map(member -> row(member, finding.id(), kpis)));
    }

    /** @param partOf id of the finding it is a member of; null for one that is none */
    private static List<Object> row(Finding finding, String partOf, Map<String, String> kpis) {
        boolean interval = finding.interval() != null;

        return Table.row(
                finding.id(),
                partOf,
                Cell.coded(finding.kind().symbol(), finding.kind().words()),
                Cell.figure(finding.value(), finding.unit()),
                finding.unit().symbol(),
                interval ? Cell.figure(finding.interval().low(), finding.unit()) : null,
                interval ? Cell.figure(finding.interval().high(), finding.unit()) : null,
                finding.n(),
                finding.window().from(),
                finding.window().to(),
                Statements.of(finding, kpis));
    }
}
