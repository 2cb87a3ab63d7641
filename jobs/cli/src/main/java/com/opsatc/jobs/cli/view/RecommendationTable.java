package com.opsatc.jobs.cli.view;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A line a recommendation, then what was held back and why, then what was looked at, and what they would be worth. */
final class RecommendationTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("id", "id"),
            Column.coded("status", "evidence"),
            Column.figure("conservative", "at the least"),
            Column.figure("optimistic", "at the most"),
            Column.symbol("unit"),
            Column.share("part", "part"),
            Column.count("n", "n"),
            Column.count("cases", "cases"),
            Column.figure("overlap_removed", "counted before"),
            Column.text("lever", "lever"),
            Column.text("owner", "owner"),
            Column.text("statement", "statement"));
    private static final List<Column> HELD_BACK = List.of(
            Column.coded("process", "process"),
            Column.text("lever", "lever"),
            Column.text("subjects", "where"),
            Column.figure("conservative", "at the least"),
            Column.figure("optimistic", "at the most"),
            Column.coded("status", "evidence"),
            Column.text("reason", "why it is held back"));
    private static final List<Column> LOOKED_AT = List.of(
            Column.coded("process", "process"),
            Column.coded("sign", "looked for"),
            Column.count("looked", "looked at"),
            Column.count("shown", "show it"),
            Column.count("recommended", "recommended"),
            Column.text("rule", "when it is seen"));

    private RecommendationTable() {}

    static List<DocumentView.Titled> of(RecommendationsDocument document, Map<String, String> kpis) {
        return Stream.concat(
                        told(document, kpis),
                        Stream.concat(WorthTables.of(document), Stream.of(RealisedTable.of(document))))
                .toList();
    }

    private static Stream<DocumentView.Titled> told(RecommendationsDocument document, Map<String, String> kpis) {
        return Stream.of(
                new DocumentView.Titled(
                        "",
                        "What to do",
                        new Table(COLUMNS, document.recommendations().stream().map(each -> row(each, kpis)))),
                new DocumentView.Titled(
                        "held-back",
                        "Held back",
                        new Table(HELD_BACK, document.heldBack().stream().map(each -> row(document, each, kpis)))),
                new DocumentView.Titled(
                        "looked-at",
                        "Looked at",
                        new Table(LOOKED_AT, document.lookedAt().stream().map(each -> row(document, each)))));
    }

    private static List<Object> row(Recommendation advice, Map<String, String> kpis) {
        return Table.row(
                advice.id(),
                Cell.coded(advice.status().symbol(), advice.status().words()),
                Cell.figure(advice.conservative().value(), advice.unit()),
                Cell.figure(advice.optimistic().value(), advice.unit()),
                advice.unit().symbol(),
                advice.part(),
                advice.n(),
                advice.cases(),
                Cell.figure(advice.overlapRemoved(), advice.unit()),
                advice.lever().id(),
                advice.owner(),
                Statements.of(advice, kpis));
    }

    private static List<Object> row(RecommendationsDocument document, HeldBack held, Map<String, String> kpis) {
        return Table.row(
                PlainNames.process(document.header(), held.process()),
                held.lever().id(),
                String.join(
                        " → ",
                        held.subjects().stream()
                                .map(each -> kpis.getOrDefault(each, each))
                                .toList()),
                Cell.figure(held.conservative(), held.unit()),
                Cell.figure(held.optimistic(), held.unit()),
                Cell.coded(held.status().symbol(), held.status().words()),
                held.reason());
    }

    private static List<Object> row(RecommendationsDocument document, LookedAt looked) {
        return Table.row(
                PlainNames.process(document.header(), looked.process()),
                Cell.coded(looked.sign().symbol(), looked.sign().words()),
                looked.looked(),
                looked.shown(),
                looked.recommended(),
                looked.rule());
    }
}
