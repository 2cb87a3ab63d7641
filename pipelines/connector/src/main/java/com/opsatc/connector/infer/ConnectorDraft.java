package com.opsatc.connector.infer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.opsatc.connector.spec.FileFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the YAML of a drafted connector; names of columns are quoted as JSON, which YAML reads alike. */
final class ConnectorDraft {
    private final StringBuilder yaml = new StringBuilder();

    static String xes(String file) {
        ConnectorDraft draft = new ConnectorDraft();
        draft.head(file, "Drafted event log", "case");
        draft.line("streams:");
        draft.line("  events:");
        draft.line("    description: A row for each event.");
        draft.line("    files: " + quoted("*.xes, *.xes.gz, *.xml, *.xml.gz"));
        draft.line("    format: " + FileFormat.XES.word());
        draft.line("    columns:");
        draft.column(DraftColumn.text("case_id", List.of("case:concept:name"), true, "Name of the trace."));
        draft.column(DraftColumn.text("activity", List.of("concept:name"), true, "Activity of the event."));
        draft.column(DraftColumn.text(
                "lifecycle", List.of("lifecycle:transition"), false, "Recorded lifecycle transition."));
        draft.column(new DraftColumn(
                "at", List.of("time:timestamp"), "instant", true, List.of("iso"), "When the transition was recorded."));
        draft.line("events:");
        draft.line("  - {stream: events, case: case_id, activity: activity, time: at, lifecycle: lifecycle}");
        draft.line("kpis:");
        draft.line("  cycle-time: {}");
        return draft.yaml();
    }

    String yaml() {
        return yaml.toString();
    }

    void head(String file, String title, String caseNotion) {
        String process = process(file);
        line("# Drafted from the first rows of a file: check every choice, then save it as");
        line("# connectors/draft/" + process
                + ".yaml in the home (or another system and process, in id, system and process too).");
        line("id: draft/" + process);
        line("version: 1");
        line("system: draft");
        line("process: " + process);
        line("title: " + title);
        line("description: Drafted from the first rows of a file. Times without an offset are taken in the source's"
                + " zone.");
        line("case-notion: " + caseNotion);
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

    /** Streams in their order; where there is one alone, any file may be its. */
    void streams(List<DraftStream> streams, String encoding) {
        line("streams:");
        for (DraftStream stream : streams) {
            line("  " + stream.name() + ":");
            line("    description: " + stream.description());
            line("    files: " + quoted(stream.sampled().patterns(streams.size() == 1)));
            line("    format: " + stream.sampled().format().word());
            if (stream.sampled().format() == FileFormat.CSV) {
                line("    dialect: " + dialect(stream.sampled(), encoding));
            }
            if (!stream.key().isEmpty()) {
                line("    key: [" + String.join(", ", stream.key()) + "]");
            }
            if (!stream.redelivery().isEmpty()) {
                line("    redelivery: " + stream.redelivery());
            }

            line("    columns:");
            stream.notes().forEach(note -> line("      # " + note));
            stream.columns().forEach(this::column);
        }
    }

    void line(String text) {
        yaml.append(text).append('\n');
    }

    private void column(DraftColumn column) {
        line("      " + column.yaml());
    }

    private static String dialect(SampledStream stream, String encoding) {
        List<String> delimiters = stream.files().stream()
                .map(file -> file.sample().delimiter())
                .distinct()
                .map(delimiter -> delimiter.equals("\t") ? "tab" : delimiter)
                .toList();
        int above = stream.sample().above();
        return "{delimiter: " + (delimiters.size() == 1 ? quoted(delimiters.get(0)) : all(delimiters))
                + (above == 0 ? "" : ", above: " + above)
                + (encoding.equals("UTF-8") ? "" : ", encoding: " + quoted(encoding)) + "}";
    }

    static String all(List<String> texts) {
        return texts.stream().map(ConnectorDraft::quoted).collect(Collectors.joining(", ", "[", "]"));
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
