package com.opsatc.connector.spec;

import java.io.Serializable;
import java.util.List;

/**
 * How CSV records are written. Line ends (LF, CRLF, CR), a byte order mark, a first line {@code sep=;} and gzip need no
 * declaration: they are seen in the bytes.
 *
 * @param delimiter tried in this order: the first whose header holds every required column is the file's
 * @param quote one character
 * @param escape the character, or the word {@code backslash}, after which a quote is part of a text; empty where quotes in
 *     texts are doubled, as RFC 4180 has them
 * @param encoding name of a character set
 * @param above records above the header that belong to no table, such as a title; 0 for none
 */
public record Dialect(List<String> delimiter, String quote, String escape, String encoding, int above)
        implements Serializable {
    private static final long serialVersionUID = 3L;
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");
    private static final String BACKSLASH = "backslash";

    public Dialect {
        delimiter = delimiter == null || delimiter.isEmpty() ? DELIMITERS : List.copyOf(delimiter);
        quote = quote == null ? "\"" : quote;
        escape = escape == null ? "" : escape.equals(BACKSLASH) ? "\\" : escape;
        encoding = encoding == null ? "UTF-8" : encoding;
    }

    /** Comma, tab, semicolon or bar; double quotes, doubled in texts; UTF-8. */
    public static Dialect usual() {
        return new Dialect(null, null, null, null, 0);
    }
}
