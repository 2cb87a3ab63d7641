package com.opsatc.connector.infer;

import com.opsatc.connector.FileFormat;
import com.opsatc.connector.format.TableSample;
import java.util.List;

/** The draft of a table: what was chosen, and in comments what the reader has to check or decide. */
record TableDraft(String file, FileFormat format, TableSample sample, TableColumns columns, String encoding) {
    private static final String DATES = "${dates}";
    private static final int TOLD_BY_HEADER = 100;

    String yaml() {
        Draft draft = new Draft();
        draft.head(file);
        dates(draft);
        draft.stream(
                format == FileFormat.PARQUET ? "*.parquet" : "*.csv, *.csv.gz, *.tsv, *.tsv.gz, *.txt, *.txt.gz",
                format,
                dialect());
        ColumnProfile caseColumn = columns.caseColumn();
        boolean always = caseColumn.filled() == caseColumn.rows();
        notes(draft);
        draft.column(
                "case_id",
                caseColumn.headers(),
                caseColumn.list() ? "list" : "string",
                always && !caseColumn.list(),
                List.of(),
                caseColumn.list() ? "Names of the cases that the event belongs to." : "Name of the case.");
        draft.column("activity", columns.activity().headers(), "string", true, List.of(), "Name of the activity.");
        columns.lifecycle()
                .ifPresent(each -> draft.column(
                        "lifecycle", each.headers(), "string", false, List.of(), "Recorded lifecycle transition."));
        columns.start()
                .ifPresent(each -> draft.column(
                        "start_at", each.headers(), "instant", false, formats(each), "When the activity began."));
        draft.column(
                "at",
                columns.time().headers(),
                "instant",
                true,
                formats(columns.time()),
                "When the activity was complete.");
        columns.deleted()
                .ifPresent(each -> draft.column(
                        "deleted",
                        each.headers(),
                        each.truths() ? "boolean" : "string",
                        false,
                        List.of(),
                        "Whether the source has the row no more, as the replica marks it."));
        draft.events(
                columns.lifecycle().isPresent(),
                columns.start().isPresent(),
                !always || caseColumn.list(),
                columns.deleted().map(each -> each.truths() ? "not coalesce(deleted, false)" : "deleted is null"));
        return draft.yaml();
    }

    private boolean inDoubt(ColumnProfile column) {
        return column.time().map(TimeNotation::inDoubt).orElse(false);
    }

    private List<String> formats(ColumnProfile column) {
        return inDoubt(column) ? List.of(DATES) : column.time().orElseThrow().formats();
    }

    /** Two orders fit every date: whoever adds the source says which, and nothing is read until then. */
    private void dates(Draft draft) {
        List<ColumnProfile> doubtful = columns.start().stream().collect(java.util.stream.Collectors.toList());
        doubtful.add(columns.time());
        doubtful.removeIf(each -> !inDoubt(each));
        if (!doubtful.isEmpty()) {
            draft.dates(formats(doubtful, DateOrder.DMY), formats(doubtful, DateOrder.MDY));
        }
    }

    private static String formats(List<ColumnProfile> doubtful, DateOrder order) {
        return String.join(
                "|",
                doubtful.stream()
                        .flatMap(each -> each.time().orElseThrow().formats(order).stream())
                        .distinct()
                        .toList());
    }

    private String dialect() {
        if (format == FileFormat.PARQUET) {
            return "";
        }

        String delimiter = "delimiter: " + Draft.quoted(sample.delimiter().equals("\t") ? "tab" : sample.delimiter());
        String above = sample.above() == 0 ? "" : ", above: " + sample.above();
        String charset = encoding.equals("UTF-8") ? "" : ", encoding: " + Draft.quoted(encoding);
        return "{" + delimiter + above + charset + "}";
    }

    private void notes(Draft draft) {
        ColumnProfile caseColumn = columns.caseColumn();
        if (caseColumn.distinct() == caseColumn.filled() && !caseColumn.list()) {
            draft.note("No case repeats in the first " + caseColumn.rows()
                    + " rows: check that the column names cases, not events; each would be a case of one event.");
        }
        if (Role.CASE.score(caseColumn.name()) < TOLD_BY_HEADER && !Role.CASE.saidBy(caseColumn.name())) {
            draft.note("The case was chosen by what its header and texts are like: check it.");
        }
        if (columns.time().time().orElseThrow().formats().contains("excel")) {
            draft.note(
                    "The times are serial numbers of a spreadsheet, counted from 1900; excel-1904 counts from 1904.");
        }
    }
}
