package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;

/** How far cases keep what is declared of them: a line a rule, and a line a case that breaks one. */
final class RuleTables {
    private RuleTables() {}

    static List<DocumentView.Titled> of(RulesDocument document) {
        return List.of(
                new DocumentView.Titled("", "", rules(document)),
                new DocumentView.Titled("breaches", "Cases that break a rule, the worst first", breaches(document)));
    }

    private static Table rules(RulesDocument document) {
        return new Table(
                List.of(
                        Column.coded("process", "process"),
                        Column.text("rule", "rule"),
                        Column.text("words", "what must hold"),
                        Column.text("clock", "clock"),
                        Column.count("cases", "cases"),
                        Column.count("tested_cases", "tested"),
                        Column.count("broken_cases", "broken in"),
                        Column.share("share", "share"),
                        Column.count("activations", "times"),
                        Column.count("kept", "kept"),
                        Column.count("broken", "broken"),
                        Column.count("pending", "pending"),
                        Column.count("undecided", "undecided"),
                        Column.duration("overrun_p50_us", "late by p50"),
                        Column.duration("overrun_p90_us", "late by p90"),
                        Column.text("not_tested", "not tested")),
                document.rules().stream().map(rule -> row(document.header(), rule)));
    }

    private static List<Object> row(DocumentHeader header, RuleFigures figures) {
        RuleTotals totals = figures.totals();
        if (totals == null) {
            return Table.row(
                    PlainNames.process(header, figures.rule().process()),
                    figures.rule().id(),
                    figures.rule().words(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    figures.notTested());
        }

        return Table.row(
                PlainNames.process(header, figures.rule().process()),
                figures.rule().id(),
                figures.rule().words(),
                figures.clock() == null ? null : figures.clock().kind(),
                totals.cases(),
                totals.testedCases(),
                totals.brokenCases(),
                figures.share(),
                totals.activations(),
                totals.kept(),
                totals.broken(),
                totals.pending(),
                totals.undecided(),
                figures.overruns() == null ? null : figures.overruns().p50Us(),
                figures.overruns() == null ? null : figures.overruns().p90Us(),
                null);
    }

    private static Table breaches(RulesDocument document) {
        return new Table(
                List.of(
                        Column.coded("process", "process"),
                        Column.text("rule", "rule"),
                        Column.text("case_id", "case"),
                        Column.text("key", "record"),
                        Column.text("file", "file"),
                        Column.count("row", "row"),
                        Column.text("by_key", "by record"),
                        Column.text("by_file", "by file"),
                        Column.count("by_row", "by row"),
                        Column.duration("overrun_us", "late by")),
                document.rules().stream()
                        .flatMap(rule -> rule.breaches().stream().map(breach -> row(document.header(), rule, breach))));
    }

    private static List<Object> row(DocumentHeader header, RuleFigures figures, RuleBreach breach) {
        return Table.row(
                PlainNames.process(header, figures.rule().process()),
                figures.rule().id(),
                breach.caseId(),
                breach.event().key(),
                breach.event().file().hex(),
                breach.event().row(),
                breach.by() == null ? null : breach.by().key(),
                breach.by() == null ? null : breach.by().file().hex(),
                breach.by() == null ? null : breach.by().row(),
                breach.overrunUs());
    }
}
