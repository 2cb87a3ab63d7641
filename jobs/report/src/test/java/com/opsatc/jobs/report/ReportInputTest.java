package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportInputTest {
    @Test
    void documents_ofTwoTenants_areRefused() {
        ReportInput input = SampleDocuments.twoProcesses();
        DocumentHeader mine = input.edges().header();
        DocumentHeader foreign = new DocumentHeader(
                mine.schema(),
                mine.schemaVersion(),
                new TenantId("globex"),
                mine.runId(),
                mine.asOf(),
                mine.zone(),
                mine.producer());

        assertRefused(input, foreign);
    }

    @Test
    void documents_ofTwoRuns_areRefused() {
        ReportInput input = SampleDocuments.twoProcesses();
        DocumentHeader mine = input.edges().header();
        DocumentHeader older = new DocumentHeader(
                mine.schema(),
                mine.schemaVersion(),
                mine.tenant(),
                "0000000000000000",
                mine.asOf(),
                mine.zone(),
                mine.producer());

        assertRefused(input, older);
    }

    private static void assertRefused(ReportInput input, DocumentHeader header) {
        EdgesDocument edges = new EdgesDocument(header, List.of());

        assertThatThrownBy(() -> ReportInputBuilder.builder(input).edges(edges).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid report input: document https://opsatc.com/schemas/edges/1.0.0 is of another tenant, run,"
                                + " date or zone than https://opsatc.com/schemas/kpis/1.0.0; give the documents of one manifest");
    }
}
