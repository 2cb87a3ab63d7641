package com.opsatc.jobs.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a table in aligned columns: numbers to the right, long texts cut with an ellipsis so that a row stays a line. */
public final class TextTable {
    private static final int WIDEST_TEXT = 48;
    /** Nothing stands behind the last column, so it may be longer. */
    private static final int WIDEST_LAST = 120;

    private static final String GAP = "  ";

    private TextTable() {}

    public static void write(Table table, PrintStream out, Style style) {
        List<Column> columns = table.columns().stream().filter(Column::shown).toList();
        List<List<String>> cells = new ArrayList<>();
        try (Stream<List<Object>> rows = table.rows()) {
            rows.forEach(row -> cells.add(shown(table.columns(), row)));
        }

        int[] widths = widths(columns, cells);
        out.println(style.bold(line(columns, columns.stream().map(Column::title).toList(), widths)));
        for (List<String> row : cells) {
            out.println(line(columns, row, widths));
        }
    }

    /** The cells that people are shown, as text and uncut. */
    public static List<List<String>> cells(Table table) {
        try (Stream<List<Object>> rows = table.rows()) {
            return rows.map(row -> IntStream.range(0, table.columns().size())
                            .filter(i -> table.columns().get(i).shown())
                            .mapToObj(i -> table.columns().get(i).shown(row.get(i)))
                            .toList())
                    .toList();
        }
    }

    private static List<String> shown(List<Column> columns, List<Object> row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).shown()) {
                texts.add(cut(columns.get(i).shown(row.get(i)), i == columns.size() - 1 ? WIDEST_LAST : WIDEST_TEXT));
            }
        }

        return texts;
    }

    private static String cut(String text, int widest) {
        if (length(text) <= widest) {
            return text;
        }

        return text.substring(0, text.offsetByCodePoints(0, widest - 1)) + "…";
    }

    private static int[] widths(List<Column> columns, List<List<String>> cells) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(columns.get(i).title());
            for (List<String> row : cells) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }

        return widths;
    }

    private static String line(List<Column> columns, List<String> texts, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(texts.get(i)));
            boolean right = columns.get(i).alignedRight();
            line.append(i == 0 ? "" : GAP)
                    .append(right ? padding : "")
                    .append(texts.get(i))
                    .append(right ? "" : padding);
        }

        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
