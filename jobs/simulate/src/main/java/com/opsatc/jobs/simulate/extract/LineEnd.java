package com.opsatc.jobs.simulate.extract;

/** How the lines of a file end. */
public enum LineEnd {
    LF("\n"),
    CRLF("\r\n");

    private final String text;

    LineEnd(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
