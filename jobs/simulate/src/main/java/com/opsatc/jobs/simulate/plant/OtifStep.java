package com.opsatc.jobs.simulate.plant;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * From a due date on, a further share of order lines is no longer delivered on time in full.
 *
 * @param from first due date that is hit
 * @param kind how the deliveries fail
 * @param drop further share of lines that fails, between 0 and 1, drawn before chance takes its part
 */
public record OtifStep(LocalDate from, Kind kind, double drop) {
    /** How a delivery fails. */
    public enum Kind {
        /** Everything leaves days after the due date. */
        LATE,
        /** A part leaves by the due date, the rest after it or never. */
        SHORT
    }

    public OtifStep {
        requireNonNull(from, "from");
        requireNonNull(kind, "kind");
        if (drop <= 0 || drop >= 1) {
            throw new IllegalArgumentException("Invalid OTIF step: the drop is a share between 0 and 1");
        }
    }
}
