package com.opsatc.jobs.report;

import com.opsatc.contract.document.QualityDocument;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/** The conservation laws that the run's documents keep, with how many equations of each hold; a broken one has no page. */
record LawView(String equations, List<LawRow> laws, CsvLink csv) {
    /** @param says what is one number */
    record LawRow(String of, String says, String equations) {}

    static LawView of(QualityDocument quality) {
        return new LawView(
                PageFigures.count(quality.laws().stream()
                        .mapToLong(QualityDocument.LawCheck::equations)
                        .sum()),
                quality.laws().stream()
                        .map(law -> new LawRow(
                                Words.name(quality.header().titleOf(law.of())),
                                law.law().words(),
                                law.equations() == 0 ? "nothing to hold" : PageFigures.count(law.equations())))
                        .toList(),
                new CsvTables(quality.header().tenant()).laws(quality.laws()));
    }
}
