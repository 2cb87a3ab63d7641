package com.opsatc.telemetry.input;

import java.io.IOException;

/** A line, or a value in it, that is not what it should be; it says nothing of the line. */
public final class MalformedLineException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedLineException() {
        super("malformed line");
    }
}
