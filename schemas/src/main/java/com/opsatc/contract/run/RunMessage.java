package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.ErrorCode;

/** One line, in JSON, of a child's standard output: exactly one of its three parts is there, the others are null. */
public record RunMessage(ProgressEvent progress, RunOutcome outcome, Failure failure) {
    public RunMessage {
        int parts = (progress == null ? 0 : 1) + (outcome == null ? 0 : 1) + (failure == null ? 0 : 1);
        if (parts != 1) {
            throw new IllegalArgumentException("Invalid run message: it has " + parts + " parts, expected one");
        }
    }

    public static RunMessage of(ProgressEvent progress) {
        return new RunMessage(progress, null, null);
    }

    public static RunMessage of(RunOutcome outcome) {
        return new RunMessage(null, outcome, null);
    }

    public static RunMessage failure(ErrorCode code, String message) {
        return new RunMessage(null, null, new Failure(code, message));
    }

    /** Why the run failed; the message holds no cell value, key or personal data. */
    public record Failure(ErrorCode code, String message) {
        public Failure {
            requireNonNull(code, "code");
            requireNonNull(message, "message");
        }
    }
}
