package com.opsatc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The peers' queries ask for what the visitor computes, and a difference is not overlooked. */
class PeersTest {
    private static final long CASES = 2_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"edges-duckdb.sql", "edges-duckdb-streaming.sql"})
    void duckDb_sameLog_givesTheVisitorsEdges(String query) throws Exception {
        Workspace workspace = new Workspace(folder);
        ArrayLog.Builder log = ArrayLog.builder();
        writeLog(workspace, log);

        try (Engine duckDb = new DuckDbEngine(workspace, query)) {
            List<EdgeFigures> theirs = duckDb.run();

            assertThatCode(() -> EngineAgreement.require("duckdb", mined(log.build()), theirs))
                    .doesNotThrowAnyException();
            assertThat(theirs).hasSizeGreaterThan(100);
        }
    }

    @Test
    void require_oneFigureDiffers_fails() {
        EdgeFigures ours = new EdgeFigures(1, 2, 10, 9, 1000, 100, 190);
        EdgeFigures theirs = new EdgeFigures(1, 2, 10, 8, 1000, 100, 190);

        assertThatThrownBy(() -> EngineAgreement.require("peer", List.of(ours), List.of(theirs)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot compare with peer: it gives EdgeFigures[from=1, to=2, n=10, cases=8");
        assertThatThrownBy(() -> EngineAgreement.require("peer", List.of(ours), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot compare with peer: it gives 0 edges, the visitor gives 1; nothing was timed");
    }

    @Test
    void agreesWith_quantiles_allowsRoundingOnly() {
        EdgeFigures ours = new EdgeFigures(1, 2, 10, 9, 1000, 100, 190);

        assertThat(ours.agreesWith(new EdgeFigures(1, 2, 10, 9, 1000, 100.5, 190.3)))
                .isTrue();
        assertThat(ours.agreesWith(new EdgeFigures(1, 2, 10, 9, 1000, 101, 190)))
                .isFalse();
        assertThat(ours.agreesWith(new EdgeFigures(1, 2, 10, 9, 1000, 100, 191)))
                .isFalse();
        assertThat(ours.agreesWith(new EdgeFigures(1, 2, 10, 9, 1001, 100, 190)))
                .isFalse();
        assertThat(ours.agreesWith(new EdgeFigures(1, 2, 11, 9, 1000, 100, 190)))
                .isFalse();
    }

    @Test
    void result_ratios_areAgainstTheFasterOfDuckDbsQueries() {
        List<EngineRun> runs = List.of(
                new EngineRun("visitor", 900, 700, 500, 800),
                new EngineRun("scan", 400, 300, 250, 700),
                new EngineRun("duckdb", 3000, 2600, 2500, 900),
                new EngineRun("duckdb_streaming", 2000, 1700, 1600, 900),
                new EngineRun("spark_sql", 9000, 7000, 6000, 3000));

        MiningResult result = MiningResult.of(10_000_000, runs);

        assertThat(result.eventsPerSecond()).isEqualTo(20_000_000);
        assertThat(result.ratioDuckdb()).isEqualByComparingTo("3.2");
        assertThat(result.ratioSparkSql()).isEqualByComparingTo("12");
        assertThat(result.ratioScan()).isEqualByComparingTo("2");
        assertThat(result.text()).contains("ratio_duckdb 3.20", "duckdb_streaming         1600       1700       2000");
    }

    private static List<EdgeFigures> mined(ArrayLog log) {
        CasePass pass = new CasePass(EventLogGenerator.ACTIVITIES);
        ViewMeasures measures = ViewMeasures.in(pass, Coding.ACTIVITY, EventLogGenerator.ACTIVITIES, Periods.NONE);
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(log.blocks());
        MinedLog mined = measures.of(visitor.state().finish());
        return mined.edges().stream().map(VisitorEngine::figures).toList();
    }

    private static void writeLog(Workspace workspace, ArrayLog.Builder log) throws Exception {
        Files.createDirectories(workspace.parquet());
        List<long[]> rows = new ArrayList<>();
        EventLogGenerator generator = new EventLogGenerator(5);
        for (long key = 0; key < CASES; key++) {
            generator.generate(key, (caseKey, position, last, activity, completeUs) -> {
                log.add(caseKey, activity, completeUs);
                rows.add(new long[] {caseKey, position, activity, completeUs});
            });
        }

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE log(case_key BIGINT, position INT, activity INT, start_us BIGINT, complete_us BIGINT)");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("main", "log")) {
                for (long[] row : rows) {
                    appender.beginRow();
                    appender.append(row[0]);
                    appender.append((int) row[1]);
                    appender.append((int) row[2]);
                    appender.appendNull();
                    appender.append(row[3]);
                    appender.endRow();
                }
            }
            statement.execute("COPY log TO '" + workspace.parquet() + "/log.parquet' (FORMAT parquet)");
        }
    }
}
