package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.connector.infer.column.ColumnProfile;
import com.opsatc.connector.infer.column.ColumnRole;
import com.opsatc.connector.infer.column.TimeCandidate;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.Redelivery;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.connector.value.ValueParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The draft of an event log: what was chosen, and in comments what the reader has to check or decide. */
record TableDraft(String file, WideTable table, TableColumns columns, String encoding) {
    /** What the stream is called whose rows are events. */
    static final String EVENTS = "events";

    private static final int TOLD_BY_HEADER = 100;

    String yaml() {
        Map<String, DraftStream> streams = new LinkedHashMap<>();
        DraftStream events = new DraftStream(table.base(), "A row for each event.", List.of());
        streams.put(EVENTS, table.base().files().size() < 2 ? events : events.redelivered(redelivery()));
        notes(streams.get(EVENTS).notes());
        DraftTable draftTable = new DraftTable(table, streams);
        ColumnProfile caseColumn = columns.caseColumn();
        boolean always = caseColumn.filled() == caseColumn.rows();
        boolean list = caseColumn.list();
        StringBuilder mapping = new StringBuilder("case: ");
        mapping.append(draftTable.use(
                caseColumn,
                new DraftColumn(
                        "case_id",
                        List.of(),
                        list ? "list" : "string",
                        always && !list,
                        List.of(),
                        list ? "Names of the cases that the event belongs to." : "Name of the case.")));
        mapping.append(", activity: ")
                .append(draftTable.use(
                        columns.activity(), DraftColumn.text("activity", List.of(), true, "Name of the activity.")));
        Optional<String> lifecycle = columns.lifecycle()
                .map(each -> draftTable.use(
                        each, DraftColumn.text("lifecycle", List.of(), false, "Recorded lifecycle transition.")));
        Optional<String> start = columns.start()
                .map(each -> draftTable.use(each, time("start_at", each, false, "When the activity began.")));
        mapping.append(", time: ")
                .append(draftTable.use(
                        columns.time(), time("at", columns.time(), true, "When the activity was complete.")));
        start.ifPresent(each -> mapping.append(", start: ").append(each));
        columns.sequence()
                .map(each -> draftTable.use(
                        each,
                        new DraftColumn(
                                "sequence", List.of(), "decimal", false, List.of(), "Orders the rows of one instant.")))
                .ifPresent(each -> mapping.append(", sequence: ").append(each));
        lifecycle.ifPresent(each -> mapping.append(", lifecycle: ").append(each));
        columns.deleted().ifPresent(each -> mapping.append(", where: ").append(deleted(draftTable, each)));

        ConnectorDraft draft = new ConnectorDraft();
        draft.head(file, "Drafted event log", "case");
        DoubtfulDates.of(Stream.concat(columns.start().stream(), Stream.of(columns.time()))
                        .toList())
                .ask(draft);
        draft.streams(List.copyOf(streams.values()), encoding);
        draft.line("events:");
        if (!always || list) {
            draft.line("  # Rows without a case are no events of this case notion.");
        }

        draft.line("  - {stream: " + EVENTS + draftTable.joins() + ", " + mapping + "}");
        draft.line("kpis:");
        draft.line("  cycle-time: {}");
        return draft.yaml();
    }

    private static DraftColumn time(String name, ColumnProfile column, boolean required, String description) {
        return new DraftColumn(name, List.of(), "instant", required, DoubtfulDates.formats(column), description);
    }

    private static String deleted(DraftTable table, ColumnProfile column) {
        String name = table.use(
                column,
                new DraftColumn(
                        "deleted",
                        List.of(),
                        column.truths() ? "boolean" : "string",
                        false,
                        List.of(),
                        "Whether the source has the row no more, as the replica marks it."));
        return ConnectorDraft.quoted(column.truths() ? "not coalesce(" + name + ", false)" : name + " is null");
    }

    /** What fits how the files overlap, by the columns that are read. */
    private String redelivery() {
        List<ColumnProfile> read = new ArrayList<>(List.of(columns.caseColumn(), columns.activity(), columns.time()));
        columns.start().ifPresent(read::add);
        columns.lifecycle().ifPresent(read::add);
        List<String> headers = read.stream()
                .filter(each -> table.streamOf(each).equals(table.base().name()))
                .flatMap(each -> table.headersOf(each).stream())
                .toList();
        List<ValueParser> times = columns.time().time().orElseThrow().formats().stream()
                .map(format -> TimeCandidate.parser(ColumnType.INSTANT, format))
                .toList();
        List<List<Redelivery.Delivered>> files = new ArrayList<>();
        for (SampledFile each : table.base().files()) {
            TableSample sample = each.sample();
            List<String> at = sample.texts(table.headersOf(columns.time()));
            List<Redelivery.Delivered> rows = new ArrayList<>();
            for (int i = 0; i < sample.rows().size(); i++) {
                List<String> row = sample.rows().get(i);
                String content = String.valueOf(headers.stream()
                        .map(header -> row.get(sample.header().indexOf(header)))
                        .toList());
                instant(times, at.get(i)).ifPresent(us -> rows.add(new Redelivery.Delivered(us, content)));
            }

            files.add(rows);
        }

        return Redelivery.fitting(files);
    }

    private static Optional<Long> instant(List<ValueParser> parsers, String text) {
        return parsers.stream()
                .flatMap(parser -> parser.parse(text).stream())
                .findFirst()
                .map(value -> ((InstantValue) value).micros());
    }

    private void notes(List<String> notes) {
        ColumnProfile caseColumn = columns.caseColumn();
        if (table.base().files().size() > 1) {
            notes.add("Whether equal rows of several files are one row (overlap) or as many (append) was told from how"
                    + " these files overlap.");
        }
        if (caseColumn.distinct() == caseColumn.filled() && !caseColumn.list()) {
            notes.add("No case repeats in the first " + caseColumn.rows()
                    + " rows: check that the column names cases, not events; each would be a case of one event.");
        }
        if (ColumnRole.CASE.score(caseColumn.name()) < TOLD_BY_HEADER && !ColumnRole.CASE.saidBy(caseColumn.name())) {
            notes.add("The case was chosen by what its header and texts are like: check it.");
        }
        if (columns.time().time().orElseThrow().formats().contains("excel")) {
            notes.add("The times are serial numbers of a spreadsheet, counted from 1900; excel-1904 counts from 1904.");
        }
    }
}
