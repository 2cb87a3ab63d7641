package com.opsatc.telemetry.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one CSV line (RFC 4180, no line feeds inside quotes) by their places, so that only those asked for become
 * texts. Not safe for use by two threads.
 */
final class CsvLine {
    private static final int MOST_DIGITS = 19;

    private final List<int[]> places = new ArrayList<>();
    private byte[] bytes;

    /** @throws MalformedLineException when a quote is not closed, or stands within an unquoted field */
    void parse(byte[] line, int length) throws IOException {
        bytes = line;
        places.clear();
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        int at = 0;
        do {
            at = field(at, end) + 1;
        } while (at <= end);
    }

    int fields() {
        return places.size();
    }

    String text(int field) {
        int[] place = places.get(field);
        return new String(bytes, place[0], place[1] - place[0], StandardCharsets.UTF_8).replace("\"\"", "\"");
    }

    /** A decimal integer from 0 to 2^63 - 1; -1 for anything else. */
    long integer(int field) {
        int[] place = places.get(field);
        if (place[0] == place[1] || place[1] - place[0] > MOST_DIGITS) {
            return -1;
        }

        long value = 0;
        for (int i = place[0]; i < place[1]; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Reads the field at a place; where its separator stands. */
    private int field(int start, int end) throws IOException {
        boolean quoted = start < end && bytes[start] == '"';
        int at = quoted ? closingQuote(start + 1, end) + 1 : start;
        while (!quoted && at < end && bytes[at] != ',') {
            if (bytes[at] == '"') {
                throw new MalformedLineException();
            }
            at++;
        }
        if (at < end && bytes[at] != ',') {
            throw new MalformedLineException();
        }

        places.add(quoted ? new int[] {start + 1, at - 1} : new int[] {start, at});
        return at;
    }

    private int closingQuote(int start, int end) throws IOException {
        for (int at = start; at < end; at++) {
            if (bytes[at] == '"') {
                if (at + 1 == end || bytes[at + 1] != '"') {
                    return at;
                }
                at++;
            }
        }
        throw new MalformedLineException();
    }
}
