package com.opsatc.tenancy.source;

import java.io.IOException;

/** A listed file that is gone, or under whose name now lies something else. */
public final class ReplacedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    ReplacedFileException(String name, Throwable cause) {
        super("Cannot read extract " + name + ": it is gone, or no regular file any more; deliver it again", cause);
    }
}
