package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.process.admit.map.RowDirections;
import com.opsatc.process.testing.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventOrderTest {
    private static final String HEADER = "case,activity,timestamp\n";

    @TempDir
    private Path folder;

    @Test
    void events_withinAMicrosecond_followTheirNanoseconds() throws Exception {
        write(
                "log.csv",
                HEADER
                        + "k1,Third,2026-02-10 15:40:54.088249900\n"
                        + "k1,Second,2026-02-10 15:40:54.088249500\n"
                        + "k1,First,2026-02-10 15:40:54.088249088\n");

        assertThat(ordered(admitted(Map.of()))).containsExactly("k1 First", "k1 Second", "k1 Third");
    }

    @Test
    void events_ofAFileThatRunsBackwards_followEachOtherFromItsEnd() throws Exception {
        write(
                "backwards.csv",
                HEADER
                        + "k1,Closed,2026-02-11 08:00:00\n"
                        + "k1,Solved,2026-02-10 09:00:00\n"
                        + "k1,Begun,2026-02-10 09:00:00\n"
                        + "k2,Closed,2026-02-10 08:00:00\n"
                        + "k2,Solved,2026-02-09 09:00:00\n"
                        + "k2,Begun,2026-02-09 09:00:00\n");
        write(
                "forwards.csv",
                HEADER
                        + "k3,Begun,2026-02-10 09:00:00\n"
                        + "k3,Solved,2026-02-10 09:00:00\n"
                        + "k3,Closed,2026-02-11 08:00:00\n");

        Admitted admitted = admitted(Map.of());
        RowDirections directions = RowDirections.of(admitted.source(), admitted.events());

        assertThat(directions.newestFirst()).hasSize(1);
        assertThat(directions.files()).isEqualTo(2);
        assertThat(ordered(admitted))
                .containsExactly(
                        "k1 Begun",
                        "k1 Solved",
                        "k1 Closed",
                        "k2 Begun",
                        "k2 Solved",
                        "k2 Closed",
                        "k3 Begun",
                        "k3 Solved",
                        "k3 Closed");
    }

    @Test
    void events_ofADeclaredOrder_followItWhateverTheFileTells() throws Exception {
        write("log.csv", HEADER + "k1,Solved,2026-02-10 09:00:00\nk1,Begun,2026-02-10 09:00:00\n");

        assertThat(ordered(admitted(Map.of()))).containsExactly("k1 Solved", "k1 Begun");
        assertThat(ordered(admitted(Map.of("order", "newest-first")))).containsExactly("k1 Begun", "k1 Solved");
        write("log.csv", HEADER + "k1,Late,2026-02-11 09:00:00\nk1,B,2026-02-10 09:00:00\nk1,A,2026-02-10 09:00:00\n");
        assertThat(ordered(admitted(Map.of("order", "oldest-first")))).containsExactly("k1 B", "k1 A", "k1 Late");
    }

    /** The file runs backwards in time, and its rows of one instant stand in no order at all. */
    @Test
    void events_ofOneInstant_followTheirSequenceAcrossFilesBeforeFileAndRow() throws Exception {
        String header = "case,activity,timestamp,step\n";
        write(
                "a.csv",
                header
                        + "k1,Late,2026-02-11 09:00:00,1\nk1,Ten,2026-02-10 09:00:00,10\nk1,Unnumbered,2026-02-10 09:00:00,\n");
        write(
                "b.csv",
                header
                        + "k1,Two,2026-02-10 09:00:00,2.0\nk1,Half,2026-02-10 09:00:00,1.5\nk2,One,2026-02-10 09:00:00,1\n");

        Admitted admitted = admitted(Map.of("sequence", "step"));

        assertThat(ordered(admitted))
                .containsExactly("k1 Half", "k1 Two", "k1 Ten", "k1 Unnumbered", "k1 Late", "k2 One");
        assertThat(RowDirections.of(admitted.source(), admitted.events()).newestFirst())
                .isEmpty();
        assertThat(RowDirections.of(
                                admitted(Map.of()).source(), admitted(Map.of()).events())
                        .newestFirst())
                .hasSize(1);
    }

    @Test
    void of_timesThatTheClocksSkipOrRepeat_countsTheirRows() throws Exception {
        write(
                "log.csv",
                HEADER
                        + "k1,A,2025-10-26 01:50:00\n"
                        + "k1,B,2025-10-26 02:50:00\n"
                        + "k1,C,2025-10-26 02:10:00\n"
                        + "k1,D,2025-10-26 02:10:00+01:00\n"
                        + "k2 ,A,2025-03-30 02:30:00\n"
                        + "k2,\u00a0B\u200b,2025-03-30 03:15:00\n");

        Admitted admitted = admitted(Map.of());

        assertThat(ValueChecks.of(admitted.source(), admitted.winners()))
                .containsExactly(
                        new LogCheck("event-log", "text-with-unseen-ends", 2, 6),
                        new LogCheck("event-log", "time-in-gap", 1, 6),
                        new LogCheck("event-log", "time-in-overlap", 2, 6));
        assertThat(ordered(admitted)).contains("k2 B", "k2 A");
    }

    @Test
    void read_valuesThatAreNone_keepsTheirRowsOutWithTheirReason() throws Exception {
        write(
                "log.csv",
                HEADER
                        + "NULL,A,2026-02-10 09:00:00\n"
                        + "n/a,A,2026-02-10 09:00:00\n"
                        + "k1,-,2026-02-10 09:00:00\n"
                        + "k1,A,NULL\n"
                        + "k1,A,1767600000000\n"
                        + "k1,A,2026-02-10 09:00:00 IST\n"
                        + "k1,A,2026-02-10 24:00:00\n"
                        + "k1,A,2184-02-10 09:00:00\n"
                        + "NA,A,2026-02-10 09:00:00\n");

        assertThat(reasons(admitted(Map.of())))
                .containsExactly(
                        "1 required:case_id",
                        "2 required:case_id",
                        "3 required:activity",
                        "4 required:at",
                        "5 number:at",
                        "6 zone:at",
                        "7 type:at",
                        "8 time-after-2099");
        assertThat(reasons(admitted(Map.of("nulls", "n/a", "format", "epoch-ms", "times", "2026-02-10..2300"))))
                .containsExactly(
                        "2 required:case_id", "4 type:at", "5 time-before-2026-02-10", "6 zone:at", "7 type:at");
    }

    @Test
    void events_ofACaseThatIsADecimal_haveItsPlainName() throws Exception {
        Connector connector =
                Connectors.parse(Files.readString(RealData.conf().resolve("connectors/generic/event-log.yaml"))
                        .replace(
                                "from: \"${case}\", type: string, required: true,",
                                "from: \"${case}\", type: decimal, required: true,")
                        .replace(
                                "required: true, nulls: \"${nulls}\", text: \"${text}\", description: \"The case",
                                "required: true, description: \"The case"));
        connectorCase("7.0\n", connector, "7");
        connectorCase("+7.250\n", connector, "7.25");
        connectorCase("007\n", connector, "7");
    }

    private void connectorCase(String text, Connector connector, String name) throws Exception {
        write("log.csv", HEADER + text.strip() + ",A,2026-02-10 09:00:00\n");
        Admitted admitted = Admitted.of(
                connector, folder, Map.of("case", "case", "activity", "activity", "timestamp", "timestamp"));

        assertThat(ordered(admitted)).containsExactly(name + " A");
    }

    private Admitted admitted(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("case", "case", "activity", "activity", "timestamp", "timestamp"));
        settings.putAll(more);
        return Admitted.of("generic/event-log", folder, settings);
    }

    private static List<String> ordered(Admitted admitted) {
        Dataset<Row> events =
                RowDirections.of(admitted.source(), admitted.events()).events();
        return events.orderBy("case_id", "time_us", "source_seq").collectAsList().stream()
                .map(row -> row.getAs("case_id") + " " + row.getAs("activity"))
                .toList();
    }

    private static List<String> reasons(Admitted admitted) {
        return admitted.batches().get("events").quarantined().orderBy("row").collectAsList().stream()
                .map(row -> row.getAs("row") + " " + row.getAs("reason"))
                .toList();
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
