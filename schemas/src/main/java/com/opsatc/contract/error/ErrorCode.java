package com.opsatc.contract.error;

/** What kind of failure ended a step, so that failures can be counted, and the exit code that the command ends with. */
public enum ErrorCode {
    /** A defect of the program, or of the machine it runs on. */
    INTERNAL(1),
    /** Stored bytes are missing, cut, moved, altered, or under another key. */
    STORE(5),
    /** The disk that holds the home does not read or write. */
    DISK(1),
    /** The platform database is unreachable or refused a statement. */
    DATABASE(75),
    /** Another publisher moved the state that this step was computed from. */
    CONFLICT(1),
    /** Arguments, configuration or an extract that only the user can correct. */
    CONFIGURATION(2),
    /** A named tenant, run, finding or document does not exist. */
    NOT_FOUND(2),
    /** Some tenants of a run over all tenants failed; the others are published. */
    TENANTS_FAILED(3),
    /** A quality rule failed; the previous head stays. */
    QUALITY_GATE(4),
    /** A policy refused: kill switch, foreign tenant, destroyed key, write gate. */
    POLICY_REFUSED(5),
    /** Another process holds the tenant. */
    LOCKED(75),
    /** The user, or a deadline, interrupted. */
    INTERRUPTED(130);

    private final int exitCode;

    ErrorCode(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The process exit code, 1 to 130; success, 0, is not an error. */
    public int exitCode() {
        return exitCode;
    }
}
