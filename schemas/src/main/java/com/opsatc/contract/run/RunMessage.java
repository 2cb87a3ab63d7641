package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;

/** One line, in JSON, of a child's standard output: exactly one of its parts is there, the others are null. */
public record RunMessage(
        ProgressEvent progress,
        RunOutcome outcome,
        TelemetryOutcome telemetry,
        ConnectorAnswer connector,
        Failure failure) {
    public RunMessage {
        int parts = one(progress) + one(outcome) + one(telemetry) + one(connector) + one(failure);
        if (parts != 1) {
            throw new IllegalArgumentException("Invalid run message: it has " + parts + " parts, expected one");
        }
    }

    public static RunMessage of(ProgressEvent progress) {
        return new RunMessage(progress, null, null, null, null);
    }

    public static RunMessage of(RunOutcome outcome) {
        return new RunMessage(null, outcome, null, null, null);
    }

    public static RunMessage of(TelemetryOutcome telemetry) {
        return new RunMessage(null, null, telemetry, null, null);
    }

    public static RunMessage of(ConnectorAnswer answer) {
        return new RunMessage(null, null, null, answer, null);
    }

    public static RunMessage failure(ErrorCode code, String message) {
        return new RunMessage(null, null, null, null, new Failure(code, message));
    }

    private static int one(Object part) {
        return part == null ? 0 : 1;
    }

    /** Why the run failed; the message holds no cell value, key or personal data. */
    public record Failure(ErrorCode code, String message) {
        public Failure {
            requireNonNull(code, "code");
            requireNonNull(message, "message");
        }
    }
}
