package com.opsatc.jobs.cli.verb.read;

import com.opsatc.contract.document.Documents;
import com.opsatc.jobs.cli.diff.ComparedRun;
import com.opsatc.jobs.cli.diff.DiffPart;
import com.opsatc.jobs.cli.diff.DifferenceTables;
import com.opsatc.jobs.cli.diff.RunComparison;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.TextTable;
import com.opsatc.jobs.report.ReportInput;
import com.opsatc.jobs.report.ReportInputBuilder;
import com.opsatc.jobs.report.ReportPage;
import com.opsatc.jobs.report.part.MovedSince;
import com.opsatc.tenancy.run.Published;
import java.util.List;
import java.util.stream.Stream;

/** The report of a run, held against an earlier one: made from the documents of both, as published. */
final class ComparedReport {
    private ComparedReport() {}

    /** The page's bytes, UTF-8. */
    static byte[] of(Published earlier, Published later) {
        RunComparison comparison = RunComparison.of(ComparedRun.of(earlier), ComparedRun.of(later));
        MovedSince moved = new MovedSince(
                comparison.from().runId(),
                comparison.from().asOf(),
                comparison.sentences(),
                Stream.of(DiffPart.values())
                        .map(part -> part(part.title(), DifferenceTables.of(comparison, part)))
                        .filter(part -> !part.rows().isEmpty())
                        .toList());
        return ReportPage.render(input(later), moved);
    }

    private static MovedSince.Part part(String title, Table table) {
        List<MovedSince.Heading> headings = table.columns().stream()
                .filter(Column::shown)
                .map(column -> new MovedSince.Heading(column.title(), column.alignedRight()))
                .toList();
        return new MovedSince.Part(title, headings, TextTable.cells(table));
    }

    private static ReportInput input(Published run) {
        return ReportInputBuilder.builder()
                .kpis(run.read(Documents.KPIS))
                .edges(run.read(Documents.EDGES))
                .variants(run.read(Documents.VARIANTS))
                .bottlenecks(run.read(Documents.BOTTLENECKS))
                .waiting(run.read(Documents.WAITING))
                .ageing(run.read(Documents.AGEING))
                .rules(run.read(Documents.RULES))
                .findings(run.read(Documents.FINDINGS))
                .recommendations(run.read(Documents.RECOMMENDATIONS))
                .quality(run.read(Documents.QUALITY))
                .definitions(run.read(Documents.DEFINITIONS))
                .build();
    }
}
