package com.opsatc.telemetry.aggregate.bound;

/**
 * Stands for a tenant or a user on one day, for grouping alone: 128 bits of a keyed hash whose key is forgotten when the day is
 * committed.
 */
public record Pseudonym(long high, long low) {
    @Override
    public String toString() {
        return "Pseudonym";
    }
}
