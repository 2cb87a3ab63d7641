package com.opsatc.telemetry.release;

import java.time.LocalDate;

/** What a release has just done for a day, in the order of doing it; a process can be killed after each. */
enum ReleaseStep {
    /** The ledger is charged and anchored. */
    RESERVED,
    /** Noise is drawn and nothing of it stored. */
    DRAWN,
    /** The noised vectors are durable in the restricted zone. */
    STORED,
    /** The ledger knows their digests. */
    NOISED,
    /** Readers have the day. */
    WRITTEN,
    /** The ledger knows that they do. */
    PUBLISHED;

    /** Hears of each step that was taken. */
    @FunctionalInterface
    interface Listener {
        void after(ReleaseStep step, LocalDate day);
    }
}
