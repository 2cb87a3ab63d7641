package com.opsatc.jobs.simulate.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The faults that one delivery of files carries. */
public record DeliveryFaults(Duplicates duplicates, Resent resent, Refused refused, List<BadRows> badRows) {
    public DeliveryFaults {
        requireNonNull(duplicates, "duplicates");
        requireNonNull(resent, "resent");
        requireNonNull(refused, "refused");
        badRows = List.copyOf(badRows);
    }

    /** Rows of a table that two files carry. */
    public record Duplicates(String table, long rows) {}

    /** A file that came twice under two names. */
    public record Resent(String table, String file) {}

    /** A file that is broken as a whole, and the reason code it is refused with. */
    public record Refused(String table, String file, String reason) {}

    /** Rows of a table that do not fit a column: {@code fault} is {@code type} or {@code required}. */
    public record BadRows(String table, String fault, String column, long rows) {}
}
