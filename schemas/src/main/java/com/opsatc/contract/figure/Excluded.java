package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

/** How many members of a figure's population were left out for one stated reason. */
public record Excluded(String reason, long n) {
    public Excluded {
        requireNonNull(reason, "reason");
        if (n < 0) {
            throw new IllegalArgumentException("Invalid exclusion: a count is never negative");
        }
    }
}
