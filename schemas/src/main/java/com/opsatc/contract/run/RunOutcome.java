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
 * @param crossChecks for a verification, what was computed again by SQL; empty otherwise
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
        List<String> warnings,
        List<CrossCheck> crossChecks) {
    public RunOutcome {
        requireNonNull(state, "state");
        requireNonNull(runId, "runId");
        files = List.copyOf(files);
        writes = List.copyOf(writes);
        differing = List.copyOf(differing);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        crossChecks = crossChecks == null ? List.of() : List.copyOf(crossChecks);
        if (read != admitted + quarantined + duplicate) {
            throw new IllegalArgumentException("Invalid run outcome: rows do not reconcile");
        }
    }

    /** The same with what a verification found. */
    public RunOutcome with(List<CrossCheck> found) {
        return new RunOutcome(
                state,
                runId,
                logicalDate,
                headSequence,
                read,
                admitted,
                quarantined,
                duplicate,
                findings,
                files,
                writes,
                differing,
                warnings,
                found);
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
        DIFFERENT,
        /** Figures of the published run were computed again by SQL; the cross-checks say which hold. */
        CHECKED
    }

    /**
     * Figures of one kind that were computed again.
     *
     * @param figures what they are, e.g. {@code edges}
     * @param holds how many of {@code of} have the published value
     * @param broken which do not, by their place in the document: no text of the system of record
     */
    public record CrossCheck(String figures, long holds, long of, List<String> broken) {
        public CrossCheck {
            requireNonNull(figures, "figures");
            broken = List.copyOf(broken);
        }
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
