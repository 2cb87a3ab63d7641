package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.column.ColumnProfile;
import com.opsatc.connector.infer.column.Profiles;
import com.opsatc.connector.infer.column.TimeCandidate;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.value.ValueParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The draft of order lines: their streams, joins and events, and what OTIF needs of them. */
record OrderLinesDraft(String file, OrderTables found, String encoding) {
    private static final String LINE = "\"concat(order_id, '/', line_id)\"";
    private static final int MOST_KEY_COLUMNS = 2;

    String yaml() {
        Map<String, DraftStream> streams = new LinkedHashMap<>();
        SampledStream base = found.lines().base();
        List<String> key = List.of("order_id", "line_id");
        boolean apart = SharedKey.tellsApart(base.sample(), headers(LineRole.ORDER, LineRole.LINE));
        streams.put(base.name(), new DraftStream(base, "A row for each order line.", apart ? key : List.of()));
        if (!apart) {
            streams.get(base.name())
                    .notes()
                    .add("Order and line do not tell all rows apart: of several rows of a line the first counts.");
        }

        DraftTable lines = new DraftTable(found.lines(), streams);
        Map<LineRole, String> said = new LinkedHashMap<>();
        found.ofLines()
                .forEach((role, column) -> said.put(role, lines.use(column, column(role, column, found.lines()))));
        List<String> deliveries = found.deliveries() == null ? List.of() : deliveries(streams);
        streams.get(base.name())
                .notes()
                .add("Columns were chosen by their headers: check that each says what its description says.");

        ConnectorDraft draft = new ConnectorDraft();
        draft.head(file, "Drafted order lines", "order-line");
        doubtful(draft);
        draft.streams(List.copyOf(streams.values()), encoding);
        mappings(draft, base.name(), lines, said, deliveries);
        kpis(draft, said.containsKey(LineRole.PLACED));
        return draft.yaml();
    }

    private void mappings(
            ConnectorDraft draft,
            String stream,
            DraftTable lines,
            Map<LineRole, String> said,
            List<String> deliveries) {
        String placed = said.get(LineRole.PLACED);
        String from = "stream: " + stream + lines.joins();
        String done = deliveries.isEmpty()
                ? ", delivered: " + said.get(LineRole.DELIVERED) + ", due: " + said.get(LineRole.AGREED) + ", done: "
                        + said.get(LineRole.ACTUAL)
                : ", due: " + said.get(LineRole.AGREED);
        draft.line("objects:");
        draft.line("  - {type: order-line, " + from + ", id: " + LINE
                + (placed == null || !deliveries.isEmpty()
                        ? ""
                        : ", date-order: [{earlier: " + placed + ", later: " + said.get(LineRole.ACTUAL) + "}]")
                + ", attributes: {order: order_id, ordered: ordered" + done + "}}");
        deliveries.stream().limit(1).forEach(draft::line);
        draft.line("events:");
        if (placed != null) {
            draft.line(event(from, "Place order", placed));
        }
        draft.line(deliveries.isEmpty() ? event(from, "Deliver line", said.get(LineRole.ACTUAL)) : deliveries.get(1));
    }

    /** The object and the event of a delivery, whose stream is added. */
    private List<String> deliveries(Map<String, DraftStream> streams) {
        WideTable table = found.deliveries();
        SampledStream base = table.base();
        List<DraftColumn> key = new ArrayList<>();
        Optional<List<String>> apart = tellingApart();
        apart.orElse(List.of())
                .forEach(header -> key.add(DraftColumn.text(
                        "its_" + SampledStream.slug(header, "key_" + (key.size() + 1)),
                        List.of(header),
                        true,
                        "Tells deliveries apart.")));
        List<String> names = key.isEmpty()
                ? List.of("order_id", "line_id")
                : key.stream().map(DraftColumn::name).toList();
        DraftStream stream = streams.computeIfAbsent(
                base.name(), absent -> new DraftStream(base, "A row for each delivery of a line.", names));
        key.forEach(stream::add);
        if (key.isEmpty()) {
            stream.notes()
                    .add(
                            "No column tells several deliveries of a line apart: where a line may have several, name one in"
                                    + " key and in the id of the delivery.");
        }

        DraftTable deliveries = new DraftTable(table, streams);
        Map<LineRole, String> said = new LinkedHashMap<>();
        Stream.of(LineRole.ORDER, LineRole.LINE, LineRole.DELIVERED, LineRole.ACTUAL)
                .forEach(role -> {
                    ColumnProfile column = found.ofDeliveries().get(role);
                    said.put(role, deliveries.use(column, column(role, column, table)));
                });
        String from = "stream: " + base.name() + deliveries.joins();
        String id = names.size() == 1 ? names.get(0) : "\"concat(" + String.join(", '/', ", names) + ")\"";
        return List.of(
                "  - {type: delivery, " + from + ", id: " + id + ", attributes: {line: " + LINE + ", quantity: "
                        + said.get(LineRole.DELIVERED) + ", at: " + said.get(LineRole.ACTUAL) + "}}",
                event(from, "Deliver line", said.get(LineRole.ACTUAL)));
    }

    private static String event(String from, String activity, String time) {
        return "  - {" + from + ", where: " + time + " IS NOT NULL, case: " + LINE + ", activity: \"'" + activity
                + "'\", time: " + time + ", objects: [{type: order-line, id: " + LINE + "}]}";
    }

    private void kpis(ConnectorDraft draft, boolean placed) {
        draft.line("kpis:");
        if (placed) {
            draft.line("  cycle-time: {}");
        }
        draft.line("  otif: {object: order-line, order: order, ordered: ordered, due: due, "
                + (found.deliveries() == null
                        ? "delivered: delivered, done: done}"
                        : "deliveries: {object: delivery, line: line, quantity: quantity, at: at}}"));
        if (!placed) {
            draft.line("  not-measured: {cycle-time: The extract does not say when an order was placed.}");
        }
    }

    private void doubtful(ConnectorDraft draft) {
        DoubtfulDates.of(Stream.concat(found.ofLines().values().stream(), found.ofDeliveries().values().stream())
                        .toList())
                .ask(draft);
    }

    private DraftColumn column(LineRole role, ColumnProfile column, WideTable table) {
        return switch (role) {
            case ORDER -> DraftColumn.text("order_id", column.headers(), true, "The order.");
            case LINE -> DraftColumn.text("line_id", column.headers(), true, "The line within its order.");
            case ORDERED -> quantity("ordered", column, table, "Ordered quantity.");
            case DELIVERED -> quantity("delivered", column, table, "Delivered quantity; null while nothing is.");
            case AGREED -> date("agreed", column, "Agreed delivery date.");
            case ACTUAL -> date("actual", column, "Actual delivery date; null while nothing is delivered.");
            case PLACED -> date("placed", column, "When the order was placed.");
        };
    }

    private static DraftColumn date(String name, ColumnProfile column, String description) {
        return new DraftColumn(name, column.headers(), "date", false, DoubtfulDates.formats(column), description);
    }

    private static DraftColumn quantity(String name, ColumnProfile column, WideTable table, String description) {
        ValueParser plain = TimeCandidate.parser(ColumnType.DECIMAL, "iso");
        boolean iso = table.sample().texts(column.headers()).stream()
                .map(String::strip)
                .allMatch(text -> text.isEmpty() || plain.parse(text).isPresent());
        return new DraftColumn(
                name, column.headers(), "decimal", false, iso ? List.of() : List.of("1.234,5"), description);
    }

    private List<String> headers(LineRole... roles) {
        return Stream.of(roles)
                .flatMap(role -> found.lines().headersOf(found.ofLines().get(role)).stream())
                .toList();
    }

    /** The fewest columns beside order and line that tell all deliveries apart; empty where none do. */
    private Optional<List<String>> tellingApart() {
        TableSample sample = found.deliveries().base().sample();
        List<String> line = Stream.of(LineRole.ORDER, LineRole.LINE)
                .flatMap(role ->
                        found.deliveries().headersOf(found.ofDeliveries().get(role)).stream())
                .toList();
        List<String> others = Profiles.of(sample, Optional.empty()).all().stream()
                .filter(each -> each.time().isEmpty() && !each.mayNameAPerson())
                .flatMap(each -> each.headers().stream())
                .filter(header -> !line.contains(header) && LineRole.DELIVERED.score(profile(sample, header)) == 0)
                .toList();
        List<List<String>> candidates = new ArrayList<>();
        others.forEach(header -> candidates.add(List.of(header)));
        for (int i = 0; i < others.size() && MOST_KEY_COLUMNS > 1; i++) {
            for (int j = i + 1; j < others.size(); j++) {
                candidates.add(List.of(others.get(i), others.get(j)));
            }
        }
        others.forEach(header ->
                candidates.add(Stream.concat(line.stream(), Stream.of(header)).toList()));
        return candidates.stream()
                .filter(headers -> SharedKey.tellsApart(sample, headers))
                .findFirst();
    }

    private static ColumnProfile profile(TableSample sample, String header) {
        return ColumnProfile.of(List.of(header), sample.texts(List.of(header)), Optional.empty());
    }
}
