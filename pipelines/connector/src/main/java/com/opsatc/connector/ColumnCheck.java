package com.opsatc.connector;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether zones, patterns, character sets and delimiters mean something; those that a setting will fill in may wait. */
final class ColumnCheck {
    private static final String PLACE = "${";
    private static final Set<ColumnType> ORDERED =
            EnumSet.of(ColumnType.STRING, ColumnType.INTEGER, ColumnType.DATE, ColumnType.INSTANT, ColumnType.TIME);

    private ColumnCheck() {}

    static void of(StreamSpec stream, List<String> problems) {
        dialect(stream, problems);
        for (ColumnSpec column : stream.columns().values()) {
            String what = "stream " + stream.name() + ", column " + column.name();
            if (column.zone() != null && !column.zone().contains(PLACE) && !isZone(column.zone())) {
                problems.add(what + " has a zone that is no IANA zone");
            }
            if (column.formats().stream().noneMatch(format -> format.contains(PLACE)) && !parses(column)) {
                problems.add(what + " has a format that is neither iso nor a java.time pattern");
            }
            if (column.name().equals(stream.cursor()) && !ORDERED.contains(column.type())) {
                problems.add(what + " is the cursor, and a " + column.type().word() + " has no order; use one of "
                        + ORDERED.stream().map(ColumnType::word).toList());
            }
        }
    }

    private static void dialect(StreamSpec stream, List<String> problems) {
        Dialect dialect = stream.dialect();
        if (!dialect.encoding().contains(PLACE) && !isCharset(dialect.encoding())) {
            problems.add("stream " + stream.name() + " has an encoding that is no character set");
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

    private static boolean parses(ColumnSpec column) {
        try {
            return column.zone() != null && !isZone(column.zone()) || ValueParser.of(column, ZoneOffset.UTC) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
