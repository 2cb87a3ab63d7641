package com.opsatc.tenancy.database;

import java.io.IOException;

/** Whoever answers at the database's place has not proved to be the database. */
final class UnprovenServerException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param why what it did instead, e.g. {@code it lets in without a password} */
    UnprovenServerException(String why) {
        super(why);
    }
}
