package com.opsatc.tenancy.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One attempt as the ledger has it.
 *
 * @param runId null until the inputs are known
 * @param logicalDate null until the inputs are known
 * @param finishedAt null while it is started
 * @param errorCode null unless it failed
 * @param errorMessage null unless it failed
 * @param rows counts by name, e.g. read, admitted, quarantined, duplicate
 */
public record Run(
        String attemptId,
        String runId,
        LocalDate logicalDate,
        State state,
        String stage,
        Instant startedAt,
        Instant finishedAt,
        ErrorCode errorCode,
        String errorMessage,
        SortedMap<String, Long> rows) {
    public Run {
        requireNonNull(attemptId, "attemptId");
        requireNonNull(state, "state");
        requireNonNull(stage, "stage");
        requireNonNull(startedAt, "startedAt");
        rows = new TreeMap<>(rows);
    }

    /** How far an attempt came. */
    public enum State {
        /** Under way, or killed and not yet found to be. */
        STARTED,
        /** Its head is in the list of heads. */
        PUBLISHED,
        /** Ended with an error; the previous head stayed. */
        FAILED,
        /** Was killed; found by the next attempt. */
        ABANDONED
    }
}
