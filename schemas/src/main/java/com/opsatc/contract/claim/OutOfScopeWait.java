package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

/**
 * The time from one activity to the next that nobody would shorten, as the connector or the tenant declares: it is not ranked.
 *
 * @param from and {@code to}: activities as the system of record names them, tenant text
 * @param n how often it occurs
 * @param reason why it is out of scope, as declared
 */
public record OutOfScopeWait(String process, String from, String to, long n, String reason) {
    public OutOfScopeWait {
        requireNonNull(process, "process");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
    }
}
