package com.opsatc.jobs.cli.view;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.stream.Stream;

/** What is open now: a line a class of age, and a line a case among the oldest and those most at risk. */
final class AgeingTables {
    private AgeingTables() {}

    static List<DocumentView.Titled> of(AgeingDocument document) {
        return List.of(
                new DocumentView.Titled("", "open by age", classes(document)),
                new DocumentView.Titled("oldest", "oldest", cases(document, document.processes().stream(), false)),
                new DocumentView.Titled(
                        "at-risk", "most at risk", cases(document, document.processes().stream(), true)));
    }

    private static Table classes(AgeingDocument document) {
        return new Table(
                List.of(
                        Column.coded("process", "process"),
                        Column.count("from_days", "from days"),
                        Column.count("open", "open"),
                        Column.count("late", "late"),
                        Column.duration("target_us", "late after"),
                        Column.text("not_told", "not told")),
                document.processes().stream().flatMap(process -> classes(document.header(), process)));
    }

    private static Stream<List<Object>> classes(DocumentHeader header, ProcessAgeing process) {
        Object name = PlainNames.process(header, process.process());
        if (process.open() == null) {
            return Stream.of(Table.row(name, null, null, null, null, process.notMeasured()));
        }

        Long target = process.target() == null ? null : process.target().us();
        return process.classes().stream()
                .map(each ->
                        Table.row(name, (long) each.fromDays(), each.open(), each.late(), target, process.withheld()));
    }

    private static Table cases(AgeingDocument document, Stream<ProcessAgeing> processes, boolean atRisk) {
        return new Table(
                List.of(
                        Column.coded("process", "process"),
                        Column.text("case_id", "case"),
                        Column.date("since", "open since"),
                        Column.duration("age_us", "age"),
                        Column.text("last_activity", "last done"),
                        Column.date("last_on", "on"),
                        Column.text("late", "late"),
                        Column.share("missed", "missed by its like"),
                        Column.count("missed_n", "n"),
                        Column.count("missed_of", "of"),
                        Column.text("cited", "record")),
                processes.flatMap(process -> (atRisk ? process.atRisk() : process.oldest())
                        .stream().map(each -> row(document.header(), process, each))));
    }

    private static List<Object> row(DocumentHeader header, ProcessAgeing process, AgedCase each) {
        MissedDates missed = each.missed();
        return Table.row(
                PlainNames.process(header, process.process()),
                each.caseId(),
                each.since(),
                each.ageUs(),
                each.lastActivity(),
                each.lastOn(),
                each.late() == null ? null : each.late() ? "yes" : "no",
                missed == null ? null : missed.share(),
                missed == null ? null : missed.n(),
                missed == null ? null : missed.of(),
                each.citation().key());
    }
}
