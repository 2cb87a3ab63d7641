package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * How a run that did not fail ended.
 *
 * @param headSequence the head of the run, or the one that serves now; 0 when there is none (a dry run before the first)
 * @param files every extract file that was looked at, by source, stream, name, digest
 * @param writes for a dry run, the tables and documents a run would write, by name
 * @param differing for a recomputation, the documents whose bytes differ, by name; empty when all are equal
 * @param warnings what its reader should know of the figures, each a sentence; may hold file names
 */
public record RunOutcome(
        State state,
        String runId,
        LocalDate logicalDate,
        long headSequence,
        long read,
        long admitted,
        long quarantined,
        long duplicate,
        long findings,
        List<File> files,
        List<String> writes,
        List<String> differing,
        List<String> warnings) {
    public RunOutcome {
        requireNonNull(state, "state");
        requireNonNull(runId, "runId");
        files = List.copyOf(files);
        writes = List.copyOf(writes);
        differing = List.copyOf(differing);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        if (read != admitted + quarantined + duplicate) {
            throw new IllegalArgumentException("Invalid run outcome: rows do not reconcile");
        }
    }

    /** The end of a run. */
    public enum State {
        /** A new head serves. */
        PUBLISHED,
        /** A new head can be read by its run or date; readers who name none see what they saw before. */
        BACKFILLED,
        /** This run id was published before: nothing was written. */
        UNCHANGED,
        /** Nothing was computed. */
        PLANNED,
        /** Computed again: every document has the published bytes. */
        EQUAL,
        /** Computed again: some documents differ. */
        DIFFERENT
    }

    /**
     * An extract file.
     *
     * @param status {@code new}, {@code known}, {@code refused} or {@code withdrawn}
     * @param reason why it was refused; null otherwise
     */
    public record File(String source, String name, long bytes, String status, String reason) {
        public static final String NEW = "new";
        public static final String KNOWN = "known";
        public static final String REFUSED = "refused";
        public static final String WITHDRAWN = "withdrawn";

        public File {
            requireNonNull(source, "source");
            requireNonNull(name, "name");
            requireNonNull(status, "status");
        }
    }
}
