package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

/**
 * How many members there are of what a KPI is about, whatever became of them: counted apart from those that it counts, leaves
 * out and calls open, so that together they must be this many (definitions 4.2).
 */
public record AllMembers(MemberKind kind, long n) {
    public AllMembers {
        requireNonNull(kind, "kind");
        if (n < 0) {
            throw new IllegalArgumentException("Invalid members: a count is never negative");
        }
    }
}
