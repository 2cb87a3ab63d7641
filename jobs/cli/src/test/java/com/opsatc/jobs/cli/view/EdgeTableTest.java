package com.opsatc.jobs.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.output.Cell;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeTableTest {
    private static final Edge RECORDED = EdgeBuilder.builder()
            .from("Check")
            .to("Check")
            .n(3)
            .cases(2)
            .sumUs(9)
            .meanUs(3)
            .p50Us(3)
            .p90Us(4)
            .minUs(1)
            .maxUs(5)
            .overlapN(0)
            .overlapUs(0)
            .ties(0)
            .build();
    private static final Edge WAITING = EdgeBuilder.builder()
            .from("Check")
            .to("Decide")
            .n(2)
            .cases(2)
            .sumUs(8)
            .meanUs(4)
            .p50Us(4)
            .p90Us(5)
            .minUs(3)
            .maxUs(5)
            .overlapN(1)
            .overlapUs(2)
            .ties(0)
            .waiting(new DurationFigures(1, 5, 5, 5, 5))
            .build();

    @Test
    void of_recordedEventsOnly_isOneTableWithoutHeading() {
        List<DocumentView.Titled> tables = EdgeTable.of(document(events()));

        assertThat(tables).extracting(DocumentView.Titled::title).containsExactly("");
        assertThat(rows(tables.get(0)))
                .containsExactly(
                        "[activity, claims, Check, Check, 3, 2, 9, 3, 3, 4, 0, 0, null, null, null, null, null]");
    }

    @Test
    void of_activityInstances_hasWorkByActivityAndByProcess() {
        List<DocumentView.Titled> tables = EdgeTable.of(document(events(), instances()));

        assertThat(tables)
                .extracting(DocumentView.Titled::title)
                .containsExactly("Edges", "Processing time", "Work and idle time");
        assertThat(rows(tables.get(0)))
                .containsExactly(
                        "[activity, claims, Check, Check, 3, 2, 9, 3, 3, 4, 0, 0, null, null, null, null, null]",
                        "[activity-instance, claims, Check, Decide, 2, 2, 8, 4, 4, 5, 1, 0, 1, 5, 5, 5, 5]");
        assertThat(rows(tables.get(1))).containsExactly("[claims, Check, 2, 2, 7, 4, 3, 4]");
        assertThat(rows(tables.get(2))).containsExactly("[claims, 4, 3, 7, 1, 8, 20]");
    }

    @Test
    void of_processWithCaveats_saysThemBelow() {
        List<DocumentView.Titled> tables =
                EdgeTable.of(document(events().withCaveats(List.of("It rests on the order of events."))));

        assertThat(tables).extracting(DocumentView.Titled::title).containsExactly("Edges", "To be read with");
        assertThat(rows(tables.get(1))).containsExactly("[activity, claims, It rests on the order of events.]");
    }

    private static ProcessEdges events() {
        return ProcessEdgesBuilder.builder()
                .process("claims")
                .caseNotion("claim")
                .view(LogView.ACTIVITY)
                .cases(2)
                .events(5)
                .variants(1)
                .edges(List.of(RECORDED))
                .build();
    }

    private static ProcessEdges instances() {
        return ProcessEdgesBuilder.builder()
                .process("claims")
                .caseNotion("claim")
                .view(LogView.ACTIVITY_INSTANCE)
                .cases(2)
                .events(4)
                .variants(1)
                .edges(List.of(WAITING))
                .activities(List.of(
                        new ActivityStats("Check", 2, 2, 0, 0, 0, 0, new DurationFigures(2, 7, 4, 3, 4)),
                        new ActivityStats("Decide", 2, 0, 2, 0, 0, 0)))
                .times(new WorkTimes(3, 7, 1, 8, 20))
                .build();
    }

    private static EdgesDocument document(ProcessEdges... processes) {
        DocumentHeader header = new DocumentHeader(
                "https://opsatc.com/schemas/edges/1.0.0",
                "1.0.0",
                new TenantId("acme"),
                "9f86d081884c7d65",
                LocalDate.parse("2026-06-30"),
                "UTC",
                "opsatc test");
        return new EdgesDocument(header, List.of(processes));
    }

    private static List<String> rows(DocumentView.Titled titled) {
        return titled.table()
                .rows()
                .map(row -> row.stream()
                        .map(cell -> cell instanceof Cell.Coded coded ? coded.code() : cell)
                        .toList()
                        .toString())
                .toList();
    }
}
