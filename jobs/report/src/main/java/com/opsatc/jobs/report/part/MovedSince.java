package com.opsatc.jobs.report.part;

import static java.util.Objects.requireNonNull;

import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What moved since an earlier run, as a page shows it: words and tables, computed by whoever compares the runs.
 *
 * @param runId of the earlier run, {@code asOf} its date
 * @param sentences what moved and what may be why
 * @param parts in the order in which a reader asks; none where nothing moved
 */
public record MovedSince(String runId, LocalDate asOf, List<String> sentences, List<Part> parts) {
    private static final int SHOWN = 50;
    private static final int LONGEST = 2 * Words.NAME_LENGTH;

    public MovedSince {
        requireNonNull(runId, "runId");
        requireNonNull(asOf, "asOf");
        sentences = List.copyOf(sentences);
        parts = List.copyOf(parts);
    }

    /**
     * A table of one kind of differences.
     *
     * @param rows as many texts as columns each; may hold texts of the systems of record
     */
    public record Part(String title, List<Heading> columns, List<List<String>> rows) {
        public Part {
            requireNonNull(title, "title");
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** The rows that the page has room for. */
        public List<List<Cell>> shown() {
            return rows.stream()
                    .limit(SHOWN)
                    .map(row -> IntStream.range(0, row.size())
                            .mapToObj(i -> new Cell(
                                    Words.cut(row.get(i), LONGEST),
                                    columns.get(i).style()))
                            .toList())
                    .toList();
        }

        /** How many more there are; null for none. */
        public String more() {
            return rows.size() > SHOWN ? PageFigures.count(rows.size() - SHOWN) : null;
        }
    }

    /** A column's name, and whether it holds numbers. */
    public record Heading(String title, boolean number) {
        /** Null for that of texts. */
        public String style() {
            return number ? "n" : null;
        }
    }

    /** @param style of its column */
    public record Cell(String text, String style) {}

    public String since() {
        return PageFigures.date(asOf);
    }
}
