package com.opsatc.connector;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.Dialect;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.connector.text.TextForm;
import com.opsatc.connector.value.NumberStyle;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether zones, patterns, character sets and delimiters mean something; those that a setting will fill in may wait. */
final class ColumnCheck {
    private static final String PLACE = "${";
    private static final Set<ColumnType> ORDERED =
            EnumSet.of(ColumnType.STRING, ColumnType.INTEGER, ColumnType.DATE, ColumnType.INSTANT, ColumnType.TIME);

    private ColumnCheck() {}

    static List<ConnectorProblem> of(StreamSpec stream) {
        String at = "/streams/" + stream.name();
        List<ConnectorProblem> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        dialect(stream, problems);
        problems.forEach(problem -> all.add(new ConnectorProblem(at + "/dialect", problem)));
        for (ColumnSpec column : stream.columns().values()) {
            problems.clear();
            column(stream, column, problems);
            problems.forEach(problem -> all.add(new ConnectorProblem(at + "/columns/" + column.name(), problem)));
        }

        return all;
    }

    private static void column(StreamSpec stream, ColumnSpec column, List<String> problems) {
        String what = "stream " + stream.name() + ", column " + column.name();
        if (column.zone() != null && !column.zone().contains(PLACE) && !isZone(column.zone())) {
            problems.add(what + " has a zone that is no IANA zone");
        }
        formats(column, what, problems);
        if (!column.text().contains(PLACE)
                && Arrays.stream(TextForm.values())
                        .noneMatch(form -> form.word().equals(column.text()))) {
            problems.add(what + " has a text form that is none of "
                    + Arrays.stream(TextForm.values()).map(TextForm::word).toList());
        }
        if (column.normalise() != null && column.type() != ColumnType.STRING) {
            problems.add(what + " is normalised, which only a string can be");
        }
        if (column.type() == ColumnType.SLOT && stream.key().contains(column.name())) {
            problems.add(what + " is a slot, which is new in every month, and cannot be part of a key");
        }
        if (column.type() == ColumnType.SLOT && stream.dated().isEmpty()) {
            problems.add(what
                    + " is a slot, which is new in every month, and no required instant of its stream tells the month");
        }
        if (column.name().equals(stream.cursor()) && !ORDERED.contains(column.type())) {
            problems.add(what + " is the cursor, and a " + column.type().word() + " has no order; use one of "
                    + ORDERED.stream().map(ColumnType::word).toList());
        }
    }

    private static void dialect(StreamSpec stream, List<String> problems) {
        Dialect dialect = stream.dialect();
        if (!dialect.encoding().contains(PLACE) && !isCharset(dialect.encoding())) {
            problems.add("stream " + stream.name() + " has an encoding that is no character set");
        }

        if (!dialect.escape().contains(PLACE) && dialect.escape().length() > 1) {
            problems.add(
                    "stream " + stream.name() + " has an escape that is neither one character nor the word backslash");
        }

        for (String delimiter : dialect.delimiter()) {
            if (!delimiter.contains(PLACE) && !delimiter.equals("tab") && delimiter.length() != 1) {
                problems.add(
                        "stream " + stream.name() + " has a delimiter that is neither one character nor the word tab");
            }
        }
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCharset(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void formats(ColumnSpec column, String what, List<String> problems) {
        List<String> formats = column.formats().stream()
                .filter(format -> !format.contains(PLACE))
                .toList();
        switch (column.type()) {
            case DATE, INSTANT, TIME ->
                formats.forEach(format -> PatternCheck.problem(format, column.type())
                        .ifPresent(problem -> problems.add(what + " has " + problem)));
            case INTEGER, DECIMAL -> {
                if (formats.size() > 1
                        || formats.stream()
                                .anyMatch(format -> NumberStyle.named(format).isEmpty())) {
                    problems.add(what + " has a style of numbers that is not one of " + NumberStyle.samples());
                }
            }
            default -> {
                // Other types have no formats to be wrong.
            }
        }
    }
}
