package com.opsatc.process.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.testing.LocalSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class EventLogsTest {
    private static final String FILE_A = "a".repeat(64);
    private static final String FILE_B = "b".repeat(64);

    @TempDir
    private Path warehouse;

    @Test
    void write_tiesAndTwoFiles_ordersByTimeStartThenSource(TestInfo test) {
        List<Row> events = List.of(
                event("e5", "case-2", "Close", null, null, 50, 5, FILE_A),
                event("e1", "case-1", "Open", "start", null, 10, 1, FILE_A),
                event("e3", "case-1", "Work", null, 5L, 20, 3, FILE_B),
                event("e2", "case-1", "Open", "complete", null, 20, 9, FILE_A),
                event("e4", "case-1", "Close", null, null, 20, 4, FILE_A));

        AttemptTables tables = tables(test, "a1");
        EventLogs.Written log = EventLogs.write(LocalSpark.session(), tables, "s", rows(events));
        LogCodes codes = log.codes();

        assertThat(codes.activities()).containsExactly("Close", "Open", "Work");
        assertThat(codes.classes().stream().map(LogCodes.ActivityClass::label))
                .containsExactly("Close", "Open+complete", "Open+start", "Work");
        assertThat(codes.files()).containsExactly(FILE_A, FILE_B);
        assertThat(text(EventLogs.named(LocalSpark.session(), tables, "s", log)))
                .containsExactly(
                        "case-1 0 false Open start 10 10 a 1 NO 1 NO 1",
                        "case-1 1 false Work null 5 20 b 3 NO 3 NO 3",
                        "case-1 2 false Close null 20 20 a 4 null null",
                        "case-1 3 true Open complete 20 20 a 9 NO 9 NO 9",
                        "case-2 0 true Close null 50 50 a 5 NO 5 NO 5");
    }

    @Test
    void write_anyRowOrderAndPartitioning_givesTheSameStoredRows(TestInfo test) {
        List<Row> events = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            events.add(event(
                    "e" + i,
                    "case-" + random.nextInt(40),
                    "A" + random.nextInt(5),
                    null,
                    null,
                    random.nextInt(60),
                    i,
                    FILE_A));
        }

        AttemptTables first = tables(test, "a1");
        EventLogs.write(LocalSpark.session(), first, "s", rows(events));
        Collections.shuffle(events, random);
        AttemptTables second = tables(test, "a2");
        EventLogs.write(LocalSpark.session(), second, "s", rows(events).repartition(7));

        assertThat(stored(second)).isEqualTo(stored(first)).hasSize(500);
    }

    @Test
    void of_namesThatLookAlike_countsThem(TestInfo test) {
        long hour = 3_600_000_000L;
        long day = 24 * hour;
        List<Row> events = List.of(
                event("e1", "A1", "Approve", null, null, day, 1, FILE_A),
                event("e2", "A1", "Receive", null, null, day + 20 * hour, 2, FILE_A),
                event("e3", "A1", "Ship", null, null, 2 * day, 3, FILE_A),
                event("e4", "a1", "approve", null, null, day + hour, 4, FILE_A),
                event("e5", "a1", "Receive", null, null, day + 2 * hour, 5, FILE_A),
                event("e6", "A\u200b1", "Ap\u00a0prove", null, null, day + hour, 6, FILE_A),
                event("e7", "001", "Ap prove", null, null, day + hour, 7, FILE_A),
                event("e8", "1", "Ship", null, null, day + hour, 8, FILE_A));
        AttemptTables tables = tables(test, "a1");
        LogCodes codes =
                EventLogs.write(LocalSpark.session(), tables, "s", rows(events)).codes();

        LogCaveats caveats = LogCaveats.of(tables.read(EventLog.cases("s")), codes);

        assertThat(caveats).isEqualTo(new LogCaveats(3, 4));
    }

    private static List<String> stored(AttemptTables tables) {
        return tables.read(EventLog.log("s")).orderBy("case_key", "row").collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    private AttemptTables tables(TestInfo test, String attempt) {
        String catalog = "l" + Integer.toUnsignedString(test.getDisplayName().hashCode()) + attempt;
        LocalSpark.plainCatalog(catalog, warehouse.resolve(attempt));
        return new AttemptTables(LocalSpark.session(), catalog, attempt, Map.of(), table -> {});
    }

    private static Row event(
            String id, String caseId, String activity, String lifecycle, Long start, long time, long row, String file) {
        return RowFactory.create(
                id, caseId, activity, lifecycle, start, time, row, null, "test", file, row, Processes.key(row), null);
    }

    private static Dataset<Row> rows(List<Row> events) {
        return LocalSpark.session().createDataFrame(events, CanonicalTables.EVENT);
    }

    private static List<String> text(Dataset<Row> log) {
        return log.orderBy("case_id", "position").collectAsList().stream()
                .map(r -> r.getString(0) + " " + r.get(1) + " " + r.get(2) + " " + r.get(3) + " " + r.get(4) + " "
                        + r.get(5) + " " + r.get(6) + " " + r.getString(7).charAt(0) + " " + r.get(8) + " "
                        + r.getAs("key") + " "
                        + r.getAs("start_key"))
                .toList();
    }
}
