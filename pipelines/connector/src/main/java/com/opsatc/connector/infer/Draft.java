package com.opsatc.connector.infer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.opsatc.connector.FileFormat;
import java.util.Locale;

/** Writes the YAML of a drafted connector; names of columns are quoted as JSON, which YAML reads alike. */
final class Draft {
    private final StringBuilder yaml = new StringBuilder();

    private Draft() {}

    static String xes(String file) {
        Draft draft = new Draft();
        draft.head(file, FileFormat.XES, "*.xes, *.xes.gz, *.xml, *.xml.gz", null);
        draft.column("case_id", "case:concept:name", "string", true, null, "Name of the trace.");
        draft.column("activity", "concept:name", "string", true, null, "Activity of the event.");
        draft.column("lifecycle", "lifecycle:transition", "string", false, null, "Recorded lifecycle transition.");
        draft.column("at", "time:timestamp", "instant", true, "iso", "When the transition was recorded.");
        draft.events(true, false, false);
        return draft.yaml.toString();
    }

    static String table(String file, TableColumns columns) {
        Draft draft = new Draft();
        draft.head(
                file,
                FileFormat.CSV,
                "*.csv, *.csv.gz, *.tsv, *.tsv.gz, *.txt, *.txt.gz",
                columns.delimiter().equals("\t") ? "tab" : columns.delimiter());
        ColumnProfile caseColumn = columns.caseColumn();
        boolean always = caseColumn.filled() == caseColumn.rows();
        draft.column(
                "case_id",
                caseColumn.header(),
                caseColumn.list() ? "list" : "string",
                always && !caseColumn.list(),
                null,
                caseColumn.list() ? "Names of the cases that the event belongs to." : "Name of the case.");
        draft.column("activity", columns.activity().header(), "string", true, null, "Name of the activity.");
        columns.lifecycle()
                .ifPresent(each -> draft.column(
                        "lifecycle", each.header(), "string", false, null, "Recorded lifecycle transition."));
        columns.start()
                .ifPresent(each -> draft.column(
                        "start_at",
                        each.header(),
                        "instant",
                        false,
                        each.timeFormat().orElse("iso"),
                        "When the activity began."));
        draft.column(
                "at",
                columns.time().header(),
                "instant",
                true,
                columns.time().timeFormat().orElse("iso"),
                "When the activity was complete.");
        draft.events(columns.lifecycle().isPresent(), columns.start().isPresent(), !always || caseColumn.list());
        return draft.yaml.toString();
    }

    private void head(String file, FileFormat format, String files, String delimiter) {
        String process = process(file);
        line("# Drafted from the first rows of a file: check every choice, then save it as");
        line("# conf/connectors/draft/" + process
                + ".yaml (or another system and process, in id, system and process too).");
        line("id: draft/" + process);
        line("version: 1");
        line("system: draft");
        line("process: " + process);
        line("title: Drafted event log");
        line(
                "description: Drafted from the first rows of a file. Times without an offset are taken in the source's zone.");
        line("case-notion: case");
        line("streams:");
        line("  events:");
        line("    description: A row for each event.");
        line("    files: " + quoted(files));
        line("    format: " + format.word());
        if (delimiter != null) {
            line("    dialect: {delimiter: " + quoted(delimiter) + "}");
        }

        line("    columns:");
    }

    private void column(String name, String from, String type, boolean required, String format, String description) {
        line("      " + name + ": {from: " + quoted(from) + ", type: " + type + (required ? ", required: true" : "")
                + (format == null ? "" : ", formats: [" + quoted(format) + "]") + ", description: "
                + quoted(description) + "}");
    }

    private void events(boolean lifecycle, boolean start, boolean someWithoutCase) {
        line("events:");
        if (someWithoutCase) {
            line("  # Rows without a case are no events of this case notion.");
        }

        line("  - {stream: events, case: case_id, activity: activity, time: at" + (start ? ", start: start_at" : "")
                + (lifecycle ? ", lifecycle: lifecycle" : "") + "}");
        line("kpis:");
        line("  cycle-time: {}");
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String process(String file) {
        String plain = file.toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+(\\.gz)?$", "");
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty()
                ? "event-log"
                : slug.substring(0, Math.min(64, slug.length())).replaceAll("-$", "");
    }

    private static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
