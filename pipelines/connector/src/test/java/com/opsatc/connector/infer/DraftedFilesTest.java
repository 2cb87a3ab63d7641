package com.opsatc.connector.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.connector.infer.column.Persons;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.spec.StreamSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of orders and lines, of several files, and of columns that name persons whatever they are called. */
final class DraftedFilesTest {
    private static final String LINES = """
        order_id,customer_id,order_placement_date,product_id,order_qty,agreed_delivery_date,actual_delivery_date,delivery_qty
        FM1,C7,25/3/2026,P1,100,27/3/2026,27/3/2026,100
        FM1,C7,25/3/2026,P2,50,27/3/2026,28/3/2026,40
        FM2,C8,26/3/2026,P1,10,28/3/2026,28/3/2026,10
        """;

    @TempDir
    private Path folder;

    @Test
    void draft_orderLines_hasWhatOtifNeeds() throws IOException {
        Connector draft = draft(file("lines.csv", LINES));

        StreamSpec stream = draft.stream("lines");
        assertThat(stream.key()).containsExactly("order_id", "line_id");
        assertThat(headers(stream))
                .isEqualTo(
                        "{order_id=[order_id], line_id=[product_id], ordered=[order_qty], delivered=[delivery_qty],"
                                + " agreed=[agreed_delivery_date], actual=[actual_delivery_date], placed=[order_placement_date]}");
        assertThat(stream.columns().get("agreed").formats()).containsExactly("d/M/yyyy");
        assertThat(draft.kpis())
                .containsEntry(
                        "otif",
                        Map.of(
                                "object",
                                "order-line",
                                "order",
                                "order",
                                "ordered",
                                "ordered",
                                "due",
                                "due",
                                "delivered",
                                "delivered",
                                "done",
                                "done"))
                .containsKey("cycle-time");
        assertThat(draft.objects().get(0).dateOrder().get(0).earlier()).isEqualTo("placed");
        assertThat(draft.events())
                .extracting(each -> each.activity())
                .containsExactly("'Place order'", "'Deliver line'");
    }

    @Test
    void draft_orderLinesBelowAJunkLineWithCommaDecimals_readsThem() throws IOException {
        Connector draft = draft(file("lines.csv", """
            Auswertung Lieferungen;;;;;
            Auftrag Nr;Position;Auftragsmenge;Liefermenge;Liefertermin Soll;Lieferdatum
            1;10;1.000,5;1.000,5;25.03.2026;25.03.2026
            1;20;2,5;2;25.03.2026;26.03.2026
            """));

        StreamSpec stream = draft.stream("lines");
        assertThat(stream.dialect().above()).isEqualTo(1);
        assertThat(stream.columns().get("ordered").formats()).containsExactly("1.234,5");
        assertThat(stream.columns().get("agreed").from()).containsExactly("Liefertermin Soll");
        assertThat(draft.notMeasured()).containsKey("cycle-time");
    }

    @Test
    void draft_ordersLinesAndDeliveries_joinsWhatAnotherFileSaysAndKeepsDeliveriesApart() throws IOException {
        Path orders = file(
                "orders_20260401.csv",
                "order_no,order_date,promised_date\nA,2026-03-01,2026-03-05\n" + "B,2026-03-02,2026-03-06\n");
        Path lines = file("order_lines_20260401.csv", "order_no,line_no,sku,quantity\nA,1,x,10\nA,2,y,5\nB,1,x,7\n");
        Path deliveries = file(
                "deliveries_20260401.csv",
                "delivery_no,order_no,line_no,shipped_qty,shipped_date\n"
                        + "D1,A,1,6,2026-03-04\nD2,A,1,4,2026-03-05\nD3,A,2,5,2026-03-05\nD4,B,1,7,2026-03-09\n");

        Connector draft = draft(orders, lines, deliveries);

        assertThat(draft.streams().keySet()).containsExactly("order_lines", "orders", "deliveries");
        assertThat(draft.stream("orders").key()).containsExactly("order_no");
        assertThat(draft.stream("orders").files()).isEqualTo("orders*.csv, orders*.csv.gz");
        assertThat(draft.stream("deliveries").key()).containsExactly("its_delivery_no");
        assertThat(draft.objects().get(0).joins())
                .containsExactly(new Join("orders", false, Map.of("order_no", "its_order_no")));
        assertThat(draft.objects().get(0).attributes())
                .containsEntry("due", "orders.agreed")
                .containsEntry("ordered", "ordered");
        assertThat(draft.objects().get(1).attributes())
                .containsEntry("line", "concat(order_id, '/', line_id)")
                .containsEntry("quantity", "delivered")
                .containsEntry("at", "actual");
        assertThat(draft.events()).extracting(each -> each.time()).containsExactly("orders.placed", "actual");
        assertThat(draft.kpis().get("otif").get("deliveries"))
                .isEqualTo(Map.of("object", "delivery", "line", "line", "quantity", "quantity", "at", "at"));
    }

    @Test
    void draft_activitiesInAnotherFile_areJoined() throws IOException {
        Connector draft = draft(
                file("log.csv", "case_id,step_code,timestamp\nK1,10,2026-03-05\nK1,20,2026-03-06\nK2,10,2026-03-06\n"),
                file("steps.csv", "step_code,step\n10,Register\n20,Decide\n"));

        assertThat(draft.events().get(0).activity()).isEqualTo("steps.activity");
        assertThat(draft.events().get(0).joins())
                .containsExactly(new Join("steps", false, Map.of("step_code", "its_step_code")));
        assertThat(headers(draft.stream("steps"))).isEqualTo("{step_code=[step_code], activity=[step]}");
    }

    /** Two rows of one code would be two activities for one event. */
    @Test
    void draft_aFileWhoseSharedColumnTellsNoRowsApart_isNotJoined() throws IOException {
        Path log =
                file("log.csv", "case_id,step_code,timestamp\nK1,10,2026-03-05\nK1,20,2026-03-06\nK2,10,2026-03-06\n");
        Path steps = file("steps.csv", "step_code,step\n10,Register\n10,Note\n20,Decide\n");

        assertThatThrownBy(() -> draft(log, steps))
                .hasMessageContaining("no column looks like the activity of an event");
    }

    @ParameterizedTest
    @CsvSource({"10:00, append", "09:00, overlap"})
    void draft_severalFilesAlike_proposesTheRedeliveryThatFitsHowTheyOverlap(String second, String redelivery)
            throws IOException {
        String header = "case,activity,timestamp\n";
        String one = "K1,A,2026-03-05 08:00\nK1,B,2026-03-05 09:00\nK2,A,2026-03-05 12:00\n";
        String other = "K1,B,2026-03-05 " + second + "\nK2,A,2026-03-05 12:00\nK3,A,2026-03-05 13:00\n";

        Connector draft = draft(
                file("log-1.csv", header + one),
                file("log-2.csv", header + other.replace("K2,A", second.equals("10:00") ? "K9,C" : "K2,A")));

        assertThat(draft.streams().keySet()).containsExactly("events");
        assertThat(draft.stream("events").redelivery()).isEqualTo(redelivery);
    }

    @Test
    void draft_aNumberThatCountsUp_ordersTheRowsOfOneInstant() throws IOException {
        Connector draft = draft(file(
                "log.csv",
                "case,activity,timestamp,seq_no\nK1,A,2026-03-05,1\nK1,B,2026-03-05,2\nK2,A,2026-03-06,1\n"));

        assertThat(draft.events().get(0).sequence()).isEqualTo("sequence");
        assertThat(draft.stream("events").columns().get("sequence").from()).containsExactly("seq_no");
    }

    static Stream<List<String>> persons() {
        return Stream.of(
                List.of("Anna Smith", "Peter Miller", "María Pérez"),
                List.of("Smith, Anna", "O'Neil, Conor", "Müller, Jörg"),
                List.of("A. Smith", "P. Miller", "J.R. Tolkien"),
                List.of("anna.smith", "peter.miller2", "john_doe"),
                List.of("CORP\\asmith", "CORP\\pmiller", "CORP\\jdoe"),
                List.of("Dr. Smith", "Frau Müller", "Mr Jones"),
                List.of("a.smith@corp.example", "x1", "x2"));
    }

    /** Headers that would name a case or an activity, over texts that name persons. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("persons")
    void draft_textsThatNamePersons_areNeitherCaseNorActivity(List<String> names) throws IOException {
        StringBuilder cases = new StringBuilder("ticket;activity;timestamp\n");
        StringBuilder activities = new StringBuilder("case;step;timestamp\n");
        for (String name : names) {
            for (int i = 1; i < 3; i++) {
                cases.append(name)
                        .append(";S")
                        .append(i)
                        .append(";2026-03-0")
                        .append(i)
                        .append('\n');
                activities
                        .append("K")
                        .append(i)
                        .append(';')
                        .append(name)
                        .append(";2026-03-0")
                        .append(i)
                        .append('\n');
            }
        }

        assertThatThrownBy(() -> draft(file("cases.csv", cases.toString())))
                .hasMessageContaining("no column looks like the case of an event");
        assertThatThrownBy(() -> draft(file("activities.csv", activities.toString())))
                .hasMessageContaining("no column looks like the activity of an event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create Order",
                "order.created",
                "Will Call",
                "Check, Approve",
                "W_Nabellen offertes",
                "Queued - Awaiting Assignment"
            })
    void named_activities_areNoPersons(String activity) {
        assertThat(Persons.named(List.of(activity, "Post Goods Issue", "Pay", "Send Invoice")))
                .isFalse();
    }

    @Test
    void draft_someOfWhatOrderLinesHave_pointsToTheirConnector() {
        assertThatThrownBy(() -> draft(file(
                        "half.csv",
                        "order_id,product_id,order_qty,due_date\nO1,P1,5,2026-03-05\nO1,P2,6,2026-03-05\n")))
                .hasMessage(
                        "Cannot draft a connector for half.csv: no column looks like the activity of an event; its rows"
                                + " look like order lines, of which no column looks like: delivered quantity, actual date; give"
                                + " the other files too, or use connector generic/order-lines with --set order=…, line=…,"
                                + " ordered=…, delivered=…, agreed=… and actual=…");
    }

    private Connector draft(Path... files) {
        return Connectors.parse(Infer.draft(List.of(files), Map.of(), file -> null))
                .with(Map.of());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String headers(StreamSpec stream) {
        Map<String, List<String>> headers = new java.util.LinkedHashMap<>();
        stream.columns().forEach((name, column) -> headers.put(name, column.from()));
        return headers.toString();
    }
}
