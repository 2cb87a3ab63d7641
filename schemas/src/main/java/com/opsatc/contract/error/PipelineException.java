package com.opsatc.contract.error;

import java.util.Objects;

/**
 * A failure of data or environment, as opposed to a defect: it has a code that can be counted and a message that says what
 * failed, on what, why, and what to do. The message holds no cell value, key or personal data.
 */
public class PipelineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public PipelineException(ErrorCode code, String message) {
        super(Objects.requireNonNull(message, "message"));
        this.code = Objects.requireNonNull(code, "code");
    }

    public PipelineException(ErrorCode code, String message, Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** The kind of failure. */
    public ErrorCode code() {
        return code;
    }
}
