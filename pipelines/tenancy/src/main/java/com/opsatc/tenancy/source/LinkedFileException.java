package com.opsatc.tenancy.source;

import java.io.IOException;

/** A listed file that has a second name somewhere (a hard link): it may be another's file. */
public final class LinkedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    LinkedFileException(String name) {
        super("Cannot read extract " + name + ": it has a second name (a hard link), so that it may be the file of"
                + " somebody else; deliver a copy");
    }
}
