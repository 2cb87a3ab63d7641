package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.kernel.measure.quality.LogCounts;
import com.opsatc.process.admit.Admitted;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.run.stage.InstanceStage;
import com.opsatc.process.run.stage.InstanceStage.MinedInstances;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.testing.LocalSpark;
import com.opsatc.process.testing.RealData;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public log whose events carry start and completion, against figures that another program computed. */
class InstanceViewTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "case", "case:concept:name",
            "activity", "concept:name",
            "start", "start_timestamp",
            "timestamp", "time:timestamp");

    @TempDir
    private Path warehouse;

    @Test
    void run_logWithStartAndCompletion_tellsWorkFromWaiting() {
        MinedInstances instances =
                mined(Admitted.of("generic/event-log", RealData.file("production/Production.csv.gz"), SETTINGS));

        MinedProcess process = instances.process();
        ProcessEdges view = process.edges();
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
                        "Turning & Milling -> Turning & Milling: 874 34312080000000, 874 19366020000000",
                        "Round Grinding -> Round Grinding: 515 28870200000000, 515 22364760000000",
                        "Turning & Milling -> Turning & Milling Q.C.: 304 12979200000000, 304 11525520000000");
        assertThat(Bottlenecks.rank(process))
                .isNotEmpty()
                .extracting(Bottleneck::measure)
                .containsOnly(GapMeasure.WAITING);
        assertThat(instances.standForTheProcess()).isTrue();
        assertThat(instances.checks(4_953))
                .extracting(check -> check.check() + " " + check.n() + " of " + check.of())
                .containsExactly(
                        "instances-never-begun 0 of 4953",
                        "instances-open 0 of 4953",
                        "instances-without-start 0 of 4953",
                        "transitions-without-instance 0 of 4953");
    }

    private MinedInstances mined(Admitted log) {
        SparkSession session = LocalSpark.session();
        LocalSpark.plainCatalog("floor", warehouse);
        AttemptTables tables = new AttemptTables(session, "floor", "a1", Map.of(), table -> {});
        EventLogs.Written written = EventLogs.write(session, tables, "s", log.events());
        Row ends = log.events().selectExpr("min(time_us)", "max(time_us)").head();
        Weeks weeks = Weeks.between(ends.getLong(0), ends.getLong(1), ZoneOffset.UTC);
        LogCounts counts = new LogCounts(0, 0, 0, 0, 0, /* withStart= */ 1);
        return InstanceStage.run(session, tables, "s", "production", "case", written, counts, weeks)
                .orElseThrow();
    }
}
