package com.opsatc.connector.infer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.opsatc.connector.FileFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the YAML of a drafted connector; names of columns are quoted as JSON, which YAML reads alike. */
final class Draft {
    private final StringBuilder yaml = new StringBuilder();

    static String xes(String file) {
        Draft draft = new Draft();
        draft.head(file);
        draft.stream("*.xes, *.xes.gz, *.xml, *.xml.gz", FileFormat.XES, "");
        draft.column("case_id", List.of("case:concept:name"), "string", true, List.of(), "Name of the trace.");
        draft.column("activity", List.of("concept:name"), "string", true, List.of(), "Activity of the event.");
        draft.column(
                "lifecycle",
                List.of("lifecycle:transition"),
                "string",
                false,
                List.of(),
                "Recorded lifecycle transition.");
        draft.column(
                "at", List.of("time:timestamp"), "instant", true, List.of("iso"), "When the transition was recorded.");
        draft.events(true, false, false, Optional.empty());
        return draft.yaml();
    }

    String yaml() {
        return yaml.toString();
    }

    void head(String file) {
        String process = process(file);
        line("# Drafted from the first rows of a file: check every choice, then save it as");
        line("# conf/connectors/draft/" + process
                + ".yaml (or another system and process, in id, system and process too).");
        line("id: draft/" + process);
        line("version: 1");
        line("system: draft");
        line("process: " + process);
        line("title: Drafted event log");
        line("description: Drafted from the first rows of a file. Times without an offset are taken in the source's"
                + " zone.");
        line("case-notion: case");
    }

    /** The question which of two orders dates have. */
    void dates(String dayFirst, String monthFirst) {
        line("# Both orders fit every date in the rows that were read, day before month and month before day. Say"
                + " which with");
        line("# --set dates=dmy or --set dates=mdy, to infer or when the source is added.");
        line("settings:");
        line("  dates:");
        line("    description: \"Order of day and month in dates: dmy for day before month, mdy for month before"
                + " day.\"");
        line("    required: true");
        line("    values: {dmy: " + quoted(dayFirst) + ", mdy: " + quoted(monthFirst) + "}");
    }

    void stream(String files, FileFormat format, String dialect) {
        line("streams:");
        line("  events:");
        line("    description: A row for each event.");
        line("    files: " + quoted(files));
        line("    format: " + format.word());
        if (!dialect.isEmpty()) {
            line("    dialect: " + dialect);
        }

        line("    columns:");
    }

    void note(String text) {
        line("      # " + text);
    }

    void column(
            String name, List<String> from, String type, boolean required, List<String> formats, String description) {
        line("      " + name + ": {from: " + (from.size() == 1 ? quoted(from.get(0)) : all(from)) + ", type: " + type
                + (required ? ", required: true" : "") + (formats.isEmpty() ? "" : ", formats: " + all(formats))
                + ", description: " + quoted(description) + "}");
    }

    void events(boolean lifecycle, boolean start, boolean someWithoutCase, Optional<String> where) {
        line("events:");
        if (someWithoutCase) {
            line("  # Rows without a case are no events of this case notion.");
        }

        line("  - {stream: events, case: case_id, activity: activity, time: at" + (start ? ", start: start_at" : "")
                + (lifecycle ? ", lifecycle: lifecycle" : "")
                + where.map(condition -> ", where: " + quoted(condition)).orElse("") + "}");
        line("kpis:");
        line("  cycle-time: {}");
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String all(List<String> texts) {
        return texts.stream().map(Draft::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String process(String file) {
        String plain = file.toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+(\\.gz)?$", "");
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty()
                ? "event-log"
                : slug.substring(0, Math.min(64, slug.length())).replaceAll("-$", "");
    }

    static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
