package com.opsatc.connector;

import java.io.Serializable;
import java.util.List;

/**
 * How CSV records are written. Line ends (LF, CRLF, CR), a byte order mark and gzip need no declaration: they are seen in
 * the bytes.
 *
 * @param delimiter tried in this order: the first whose header holds every required column is the file's
 * @param quote one character
 * @param encoding name of a character set
 */
public record Dialect(List<String> delimiter, String quote, String encoding) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");

    public Dialect {
        delimiter = delimiter == null || delimiter.isEmpty() ? DELIMITERS : List.copyOf(delimiter);
        quote = quote == null ? "\"" : quote;
        encoding = encoding == null ? "UTF-8" : encoding;
    }

    /** Comma, tab, semicolon or bar; double quotes; UTF-8. */
    public static Dialect usual() {
        return new Dialect(null, null, null);
    }
}
