package com.opsatc.jobs.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.sql.SQLException;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkThrowable;

/** What can be said of whatever ended a run, however deep a library wrapped it. */
final class RunFailure {
    private static final int MOST_CAUSES = 20;
    /** Class of SQL states: a value that an operation is not defined for. */
    private static final String DATA_EXCEPTION = "22";

    private RunFailure() {}

    /** Connection exceptions are SQL states of class 08; a server that is told to stop answers with class 57P. */
    private static boolean lostDatabase(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < MOST_CAUSES && cause != null; depth++) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }

            cause = cause.getCause();
        }

        return false;
    }

    /** The library's message has the row's value in it, so that only its code and the expression's text are told. */
    private static PipelineException onARow(SparkThrowable failure) {
        QueryContext[] contexts = failure.getQueryContext();
        String where = contexts.length == 0 ? "" : ": " + contexts[0].fragment();
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot finish: an expression of a connector fails on a row, with " + failure.getErrorClass() + where
                        + "; let it give null there, e.g. by CASE WHEN for a text that is no number or nullif for a zero,"
                        + " or declare the column with its type, which puts such rows in quarantine; nothing was"
                        + " published");
    }

    /** The failure to report: ours, however deep Spark wrapped it, or what can be said of any other. */
    static PipelineException of(Throwable failure) {
        if (lostDatabase(failure)) {
            return new PipelineException(
                    ErrorCode.DATABASE,
                    "Cannot finish: the connection to the platform database was lost, and nothing was published; run again,"
                            + " which starts the home's own server where it is down, and see 'opsatc doctor' if it fails"
                            + " again",
                    failure);
        }

        Throwable root = failure;
        for (int depth = 0; depth < MOST_CAUSES; depth++) {
            if (root instanceof PipelineException known) {
                return known;
            }

            if (root instanceof SparkThrowable row
                    && String.valueOf(row.getSqlState()).startsWith(DATA_EXCEPTION)) {
                return onARow(row);
            }

            if (root instanceof OutOfMemoryError) {
                return new PipelineException(
                        ErrorCode.INTERNAL, "Cannot finish: the run's memory is used up; give it more with --memory");
            }

            if (root.getCause() == null) {
                break;
            }
            root = root.getCause();
        }

        return new PipelineException(
                ErrorCode.INTERNAL,
                "Cannot finish: internal error " + root.getClass().getSimpleName()
                        + "; the run's log in the home's logs folder has the details");
    }
}
