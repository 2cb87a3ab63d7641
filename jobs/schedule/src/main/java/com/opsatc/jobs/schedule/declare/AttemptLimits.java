package com.opsatc.jobs.schedule.declare;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How long a job may take, and how often it is tried.
 *
 * @param deadline of each attempt
 * @param retries after the first attempt, from 0
 * @param retryAfter from a failure to the next attempt
 */
public record AttemptLimits(Duration deadline, int retries, Duration retryAfter) {
    /** Failures that only a person mends: trying again would fail again. */
    private static final Set<ErrorCode> LASTING = EnumSet.of(
            ErrorCode.CONFIGURATION,
            ErrorCode.NOT_FOUND,
            ErrorCode.QUALITY_GATE,
            ErrorCode.POLICY_REFUSED,
            ErrorCode.STORE);

    public AttemptLimits {
        requireNonNull(deadline, "deadline");
        requireNonNull(retryAfter, "retryAfter");
    }

    /** Whether an attempt, counted from 0, that failed so is followed by another. */
    public boolean allowAnother(int attempt, ErrorCode failure) {
        return attempt < retries && !LASTING.contains(failure);
    }

    /** The exit codes after which no other attempt follows, ascending. */
    public static SortedSet<Integer> lastingExitCodes() {
        return LASTING.stream().map(ErrorCode::exitCode).collect(Collectors.toCollection(TreeSet::new));
    }
}
