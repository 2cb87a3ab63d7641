package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.Bottleneck;
import com.opsatc.contract.BottlenecksDocument;
import com.opsatc.contract.Documents;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.process.publish.Platform.TestTenant;
import com.opsatc.process.testing.RealData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A public log whose events carry start and completion, against figures that another program computed. */
class InstanceViewTest {
    @Test
    void run_logWithStartAndCompletion_tellsWorkFromWaiting() {
        TestTenant tenant = Platform.tenant("production", "UTC")
                .with(
                        "floor",
                        "generic/event-log",
                        RealData.file("production/Production.csv.gz"),
                        "UTC",
                        Map.of(
                                "case", "case:concept:name",
                                "activity", "concept:name",
                                "start", "start_timestamp",
                                "timestamp", "time:timestamp"));

        tenant.run();

        ProcessEdges view = WorkFigures.view(tenant);
        assertThat(WorkFigures.sums(view))
                .startsWith(225L, 4_953L, 203L)
                .endsWith(801L, 4_953L, 49_477_500_000_000L, 0L, 44_599_860_000_000L, 356_252_280_000_000L);
        assertThat(WorkFigures.activities(view))
                .startsWith(
                        "Turning & Milling: 1269 1269 23218680000000 16560000000 36060000000",
                        "Round Grinding: 774 774 10038480000000 9960000000 28920000000",
                        "Final Inspection Q.C.: 550 550 3788580000000 4500000000 15852000000",
                        "Turning & Milling Q.C.: 522 522 2869500000000 4410000000 11400000000",
                        "Lapping: 370 370 2365200000000 4500000000 13152000000");
        assertThat(WorkFigures.edges(view, 3))
                .containsExactly(
                        "Turning & Milling -> Turning & Milling: 874 19366020000000, 874 19366020000000",
                        "Round Grinding -> Round Grinding: 515 22364760000000, 515 22364760000000",
                        "Turning & Milling -> Turning & Milling Q.C.: 304 11525520000000, 304 11525520000000");
        assertThat(tenant.document(Documents.BOTTLENECKS, BottlenecksDocument.class)
                        .bottlenecks())
                .isNotEmpty()
                .extracting(Bottleneck::measure)
                .containsOnly("waiting");
        assertThat(WorkFigures.checks(tenant))
                .containsExactly(
                        "instances-never-begun 0 of 4953",
                        "instances-open 0 of 4953",
                        "instances-without-start 0 of 4953",
                        "transitions-without-instance 0 of 4953");
    }
}
