package com.opsatc.tenancy.database;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** A failure of the database in words: the SQL state and what to do, never a statement's values. */
final class DatabaseAnswer {
    private static final int MOST_CAUSES = 20;
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P0";
    private static final String WRONG_PASSWORD = "28P01";

    private DatabaseAnswer() {}

    static String words(SQLException failure) {
        String unproven = unproven(failure);
        if (unproven != null) {
            return "who answers in the database's place is not believed to be it, because " + unproven
                    + "; it was told no password; run `opsatc doctor`, which starts the home's own server when it does"
                    + " not run, or mend the URL of your own";
        }

        if (WRONG_PASSWORD.equals(failure.getSQLState())) {
            return "the database answered SQL state 28P01: it is another home's, or its password was changed; run"
                    + " `opsatc doctor`, which starts the home's own server when it does not run";
        }

        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
            return "the database answered SQL state " + state
                    + ": it does not run, or was stopped; run the command again,"
                    + " which starts the home's own server, or see the server's log";
        }

        return "the database answered SQL state " + state + "; see `opsatc doctor` and the server's log";
    }

    /** Why the server was not believed; null when that is not what failed. */
    private static String unproven(SQLException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof UnprovenServerException unproven) {
                return unproven.getMessage();
            }
            cause = cause.getCause();
        }

        // The driver itself, not the server, rejects: what was to prove the server proved nothing.
        boolean byDriver = failure instanceof PSQLException driver && driver.getServerErrorMessage() == null;
        return byDriver && PSQLState.CONNECTION_REJECTED.getState().equals(failure.getSQLState())
                ? "it does not prove that it knows the password"
                : null;
    }
}
