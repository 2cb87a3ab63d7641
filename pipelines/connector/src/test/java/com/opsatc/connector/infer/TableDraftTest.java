package com.opsatc.connector.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.connector.value.ValueParser;
import com.opsatc.contract.error.PipelineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableDraftTest {
    private static final String DOUBTFUL = """
        Case ID,Activity,Timestamp
        K1,Order,03/04/2026 08:00
        K1,Ship,03/08/2026 08:00
        K2,Order,05/06/2026 08:00
        K2,Ship,05/09/2026 08:00
        """;

    @TempDir
    private Path folder;

    @Test
    void draft_datesThatFitBothOrders_asksForOneAndReadsNoneUntilThen() throws IOException {
        String yaml = draft(DOUBTFUL);

        assertThat(yaml).contains("# Both orders fit every date in the rows that were read");
        Connector asking = Connectors.parse(yaml);
        assertThatThrownBy(() -> asking.with(Map.of()))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("setting dates is missing (Order of day and month in dates: dmy for day before");
        assertThatThrownBy(() -> asking.with(Map.of("dates", "ymd")))
                .hasMessageContaining("setting dates is none of [dmy, mdy]");
        assertThat(times(asking.with(Map.of("dates", "mdy")), DOUBTFUL).subList(0, 2))
                .containsExactly("2026-03-04T08:00:00Z", "2026-03-08T08:00:00Z");
        assertThat(times(asking.with(Map.of("dates", "dmy")).with(Map.of("dates", "dmy")), DOUBTFUL)
                        .subList(0, 2))
                .containsExactly("2026-04-03T08:00:00Z", "2026-08-03T08:00:00Z");
    }

    @Test
    void draft_datesDeclared_carriesTheFormat() throws IOException {
        String yaml = Infer.draft(file(DOUBTFUL), Map.of("dates", "mdy"));

        assertThat(yaml).contains("formats: [\"M/d/yyyy H:mm[:ss]\"]").doesNotContain("settings:");
        assertThatThrownBy(() -> Infer.draft(file(DOUBTFUL), Map.of("dates", "us")))
                .hasMessageContaining("setting dates is none of [dmy, mdy]");
        assertThatThrownBy(() -> Infer.draft(file(DOUBTFUL), Map.of("date", "mdy")))
                .hasMessageContaining("unknown setting date; its settings are [dates, encoding]");
    }

    @Test
    void draft_anotherColumnThatFitsOneOrder_decidesForTheFile() throws IOException {
        String yaml = draft("""
            case,activity,start,end
            K1,Order,03/04/2026 08:00,03/25/2026 08:00
            K1,Ship,03/08/2026 08:00,03/09/2026 08:00
            """);

        assertThat(yaml)
                .contains("start_at: {from: \"start\", type: instant, formats: [\"M/d/yyyy H:mm[:ss]\"]")
                .contains("at: {from: \"end\", type: instant, required: true, formats: [\"M/d/yyyy H:mm[:ss]\"]")
                .doesNotContain("Both orders");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "25/3/2026 9:05 | 2026-03-25T09:05:00Z",
                "3/25/2026   9:05 | 2026-03-25T09:05:00Z",
                "3/25/2026, 9:05:00 PM | 2026-03-25T21:05:00Z",
                "3/25/2026, 9:05:00\u202fPM | 2026-03-25T21:05:00Z",
                "25.03.2026 09:05:07 | 2026-03-25T09:05:07Z",
                "5.3.2026 | 2026-03-05T00:00:00Z",
                "25-Mar-2026 09:05 | 2026-03-25T09:05:00Z",
                "Mar 25, 2026, 9:05 AM | 2026-03-25T09:05:00Z",
                "2026/03/25 09:05:07.250 | 2026-03-25T09:05:07.250Z",
                "2026-03-25 09:05:07,250 | 2026-03-25T09:05:07.250Z",
                "2026-03-25 09:05:07 UTC | 2026-03-25T09:05:07Z",
                "2026-03-25 9:05 PM | 2026-03-25T21:05:00Z",
                "25-03-2026:09.05 | 2026-03-25T09:05:00Z",
                "20260325090507 | 2026-03-25T09:05:07Z",
                "1774429507 | 2026-03-25T09:05:07Z",
                "1774429507000 | 2026-03-25T09:05:07Z",
                "1774429507000000 | 2026-03-25T09:05:07Z",
                "46106.5 | 2026-03-25T12:00:00Z",
            })
    void draft_timesAsPeopleWriteThem_readsThem(String text, String instant) throws IOException {
        String table = "case\tactivity\ttimestamp\nK1\tA\t" + text + "\nK1\tB\t" + text + "\nK2\tA\t" + text + "\n";

        assertThat(times(Connectors.parse(draft(table)).with(Map.of()), table)).containsOnly(instant);
    }

    @Test
    void draft_numbersWithoutATimesHeader_areNoTimes() {
        assertThatThrownBy(() -> draft("case,activity,amount\nK1,A,1774429507\nK1,B,1774429508\n"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("no column looks like the time of an event");
    }

    @Test
    void draft_twoNotationsInAColumn_declaresBoth() throws IOException {
        String table = "case;activity;timestamp\nK1;A;25.03.2026\nK1;B;25-03-2026 09:05:00\nK2;A;26.03.2026\n";

        assertThat(times(Connectors.parse(draft(table)).with(Map.of()), table))
                .containsExactly("2026-03-25T00:00:00Z", "2026-03-25T09:05:00Z", "2026-03-26T00:00:00Z");
    }

    @Test
    void draft_aDateInThreeColumnsAndATime_readsThemAsOne() throws IOException {
        String table = """
            case,activity,year,month,day,time
            K1,A,2026,3,5,9:05
            K1,B,2026,3,25,10:00
            K2,A,2026,12,1,11:30
            """;

        Connector draft = Connectors.parse(draft(table)).with(Map.of());

        assertThat(draft.stream("events").columns().get("at").from()).containsExactly("year", "month", "day", "time");
        assertThat(times(draft, table))
                .containsExactly("2026-03-05T09:05:00Z", "2026-03-25T10:00:00Z", "2026-12-01T11:30:00Z");
    }

    @Test
    void draft_aDateAndATimeInTwoColumns_readsThemAsOne() throws IOException {
        String table = "Fall;Aktivität;Datum;Uhrzeit\nK1;A;25.3.2026;09:05\nK1;B;26.3.2026;10:00\n";

        Connector draft = Connectors.parse(draft(table)).with(Map.of());

        assertThat(draft.stream("events").columns().get("at").from()).containsExactly("Datum", "Uhrzeit");
        assertThat(times(draft, table)).containsExactly("2026-03-25T09:05:00Z", "2026-03-26T10:00:00Z");
    }

    @Test
    void draft_linesAboveTheHeader_areNamedAndReadPast() throws IOException {
        String table = """
            Export of the ticket system;;
            "as of; today"
            ticket no;activity;timestamp
            7;A;2026-03-25 09:05
            7;B;2026-03-26 09:05
            8;A;2026-03-26 09:05
            """;

        String yaml = draft(table);

        assertThat(yaml).contains("dialect: {delimiter: \";\", above: 2}");
        assertThat(times(Connectors.parse(yaml).with(Map.of()), table))
                .containsExactly("2026-03-25T09:05:00Z", "2026-03-26T09:05:00Z", "2026-03-26T09:05:00Z");
    }

    @Test
    void draft_commasInNumbersOfASemicolonTable_areNoDelimiters() throws IOException {
        assertThat(draft("case;activity;timestamp;net;tax\nK1;A;2026-03-25;1,5;2,5\nK1;B;2026-03-26;1,5;2,5\n"))
                .contains("delimiter: \";\"");
    }

    @ParameterizedTest
    @CsvSource({
        "case_id, activity, event_time",
        "CaseID, Activity, Timestamp",
        "ORDERID, ActivityName, EventTime",
        "Fallnummer, Aktivität, Zeitstempel",
        "Id caso, Actividad, Fecha hora",
        "numéro de dossier, Activité, Horodatage",
        "zaaknummer, activiteit, tijdstip",
    })
    void draft_headersThatNameTheirRole_areTakenAtTheirWord(String caseId, String activity, String time)
            throws IOException {
        StringBuilder union = new StringBuilder(caseId + "," + activity + "," + time + ",order_type,event_class\n");
        for (int i = 0; i < 60; i++) {
            union.append(1000 + i).append(",Create,2026-03-05 08:00:00,").append(i % 2 == 0 ? "rush,x\n" : "std,y\n");
        }

        String yaml = draft(union.toString());

        assertThat(yaml)
                .contains("case_id: {from: \"" + caseId + "\"", "activity: {from: \"" + activity + "\"")
                .contains("at: {from: \"" + time + "\"")
                .contains("# No case repeats in the first 60 rows");
    }

    @Test
    void draft_casesThatRepeat_saysNothingOfIt() throws IOException {
        assertThat(draft(DOUBTFUL)).doesNotContain("No case repeats");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SalesRepID",
                "sales_rep_id",
                "order_owner_id",
                "Bearbeiter-Nr",
                "changed_by",
                "customer_number",
                "id empleado",
                "order_contact",
                "E-Mail id",
                "created_by_id",
                "who_id"
            })
    void draft_columnThatNamesAPerson_isNeverChosen(String person) {
        String table = person + ",activity,timestamp\n1,A,2026-03-05\n1,B,2026-03-06\n2,A,2026-03-06\n2,B,2026-03-06\n";

        assertThatThrownBy(() -> draft(table))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("no column looks like the case of an event")
                .hasMessageContaining("orders and lines (OTIF)");
    }

    @Test
    void draft_columnOfAddresses_isNeverChosen() {
        String table = "request id,activity,timestamp\na@b.example,A,2026-03-05\na@b.example,B,2026-03-06\n";

        assertThatThrownBy(() -> draft(table)).hasMessageContaining("no column looks like the case of an event");
    }

    @Test
    void draft_columnOfTransitions_isTheLifecycle() throws IOException {
        assertThat(draft("""
            patient,activity,timestamp,status,activity_instance
            P1,surgery,3/25/2017   8:33,schedule,1
            P1,surgery,3/26/2017   8:33,start,1
            P1,surgery,3/27/2017   8:33,complete,1
            """))
                .contains("case_id: {from: \"patient\"", "activity: {from: \"activity\"", "at: {from: \"timestamp\"")
                .contains("lifecycle: {from: \"status\"");
    }

    @Test
    void draft_rowsThatAReplicaDeleted_areNoEvents() throws IOException {
        String table = "case,activity,timestamp,_fivetran_deleted,_fivetran_synced\n"
                + "K1,A,2026-03-05,false,2026-04-01\nK1,B,2026-03-06,true,2026-04-01\n";

        Connector draft = Connectors.parse(draft(table)).with(Map.of());

        assertThat(draft.events().get(0).where()).isEqualTo("not coalesce(deleted, false)");
        assertThat(draft.stream("events").columns().get("deleted").from()).containsExactly("_fivetran_deleted");
        assertThat(draft.stream("events").columns().get("at").from()).containsExactly("timestamp");
    }

    @Test
    void draft_timesThatWereOnlyAgreed_areNotWhenItHappened() throws IOException {
        assertThat(draft(
                        "order_id,activity,due_date,created\nK1,A,2026-03-05,2026-03-01\nK1,B,2026-03-05,2026-03-02\n"))
                .contains("at: {from: \"created\"");
    }

    @Test
    void draft_anotherEncoding_isNamedAndReadWhenDeclared() throws IOException {
        byte[] western = "case;activity;timestamp\nK1;Prüfen;2026-03-05\nK1;Öffnen;2026-03-06\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("western.csv"), western);

        assertThatThrownBy(() -> Infer.draft(file)).hasMessageContaining("Cannot draft a connector for western.csv");
        assertThat(Infer.draft(file, Map.of("encoding", "windows-1252"))).contains("encoding: \"windows-1252\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'<?xml version=\"1.0\"?><WorkflowLog><Process id=\"p\"/></WorkflowLog>', MXML",
        "'<!DOCTYPE html><html><body>Please log in</body></html>', HTML",
        "'<?xml version=\"1.0\"?><rows/>', XML",
        "'{\"case\": 1}', JSON",
    })
    void draft_whatIsNoTableAndNoXes_isRefusedByName(String content, String word) {
        assertThatThrownBy(() -> draft(content))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("Cannot draft a connector for log.csv")
                .satisfies(refused -> assertThat(refused.getMessage()).containsIgnoringCase(word));
    }

    @Test
    void draft_headerAlone_isRefused() {
        assertThatThrownBy(() -> draft("case,activity,timestamp\n")).hasMessageContaining("it has no row that fits");
    }

    private String draft(String table) throws IOException {
        return Infer.draft(file(table));
    }

    private Path file(String table) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), table);
    }

    /** What the draft's own reader and formats make of the table. */
    private static List<String> times(Connector draft, String table) throws IOException {
        StreamSpec stream = draft.stream("events");
        ColumnSpec at = stream.columns().get("at");
        ValueParser parser = ValueParser.of(at, ZoneOffset.UTC);
        List<String> times = new ArrayList<>();
        try (RecordReader reader = RecordReaders.open(
                stream, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), at.from(), "file")) {
            while (reader.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < at.from().size(); i++) {
                    texts.add(reader.text(i).orElseThrow());
                }

                InstantValue value =
                        (InstantValue) parser.parse(String.join(" ", texts)).orElseThrow();
                times.add(Instant.ofEpochSecond(
                                Math.floorDiv(value.micros(), 1_000_000L),
                                Math.floorMod(value.micros(), 1_000_000L) * 1_000L)
                        .toString());
            }
        }

        return times;
    }
}
