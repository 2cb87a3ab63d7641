package com.opsatc.jobs.cli.view;

import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;

/** What came of levers that the tenant says it pulled, a line a step. */
final class RealisedTable {
    private static final List<Column> COLUMNS = List.of(
            Column.coded("process", "process"),
            Column.text("id", "id"),
            Column.text("lever", "lever"),
            Column.text("subjects", "where"),
            Column.date("since", "since"),
            Column.coded("state", "seen since"),
            Column.share("change", "change"),
            Column.share("low", "from"),
            Column.share("high", "to"),
            Column.count("before", "n before"),
            Column.count("after", "n since"),
            Column.count("peers", "untouched steps"),
            Column.text("statement", "statement"),
            Column.text("declared", "declared"));

    private RealisedTable() {}

    static DocumentView.Titled of(RecommendationsDocument document) {
        return new DocumentView.Titled(
                "realised",
                "What came of levers that were pulled",
                new Table(COLUMNS, document.realised().stream().map(each -> row(document, each))));
    }

    private static List<Object> row(RecommendationsDocument document, RealisedEffect effect) {
        boolean measured = effect.step() != null;
        return Table.row(
                PlainNames.process(document.header(), effect.process()),
                effect.id(),
                effect.lever().id(),
                String.join(" → ", effect.subjects()),
                effect.since(),
                Cell.coded(effect.state().symbol(), effect.state().words()),
                effect.change(),
                measured ? effect.interval().low() : null,
                measured ? effect.interval().high() : null,
                measured ? effect.step().before() : null,
                measured ? effect.step().after() : null,
                (long) effect.peers().size(),
                Statements.of(effect),
                "as " + effect.statedBy() + " states: " + effect.source());
    }
}
