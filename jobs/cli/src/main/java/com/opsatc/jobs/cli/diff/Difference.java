package com.opsatc.jobs.cli.diff;

import static java.util.Objects.requireNonNull;

/**
 * One thing that two runs do not have alike.
 *
 * @param process null for what is of no process
 * @param id what the later run calls it, or else the earlier one; null for what has no name
 * @param what in words; may hold texts of the systems of record
 * @param amounts null where no figure belongs to it
 * @param note what more is to be said; null for nothing
 */
public record Difference(
        DiffPart part, DiffKind kind, String process, String id, String what, Amounts amounts, String note) {
    public Difference {
        requireNonNull(part, "part");
        requireNonNull(kind, "kind");
        requireNonNull(what, "what");
    }
}
