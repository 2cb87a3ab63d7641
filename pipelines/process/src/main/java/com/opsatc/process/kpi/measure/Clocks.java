package com.opsatc.process.kpi.measure;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.kernel.calendar.DurationClock;
import java.util.List;
import java.util.Optional;

/** The clocks that durations of a process can be measured by: all time, and working time where a calendar is declared. */
public final class Clocks {
    /** The option of a family, and what it takes. */
    public static final String OPTION = "clock";

    public static final String WALL = "wall";
    public static final String BUSINESS = "business";
    public static final List<String> CHOICES = List.of(WALL, BUSINESS);

    /** Where no calendar is declared. */
    public static final Clocks WALL_ONLY = new Clocks(null, null);

    private final DurationClock business;
    private final ClockUsed used;

    private Clocks(DurationClock business, ClockUsed used) {
        this.business = business;
        this.used = used;
    }

    /**
     * With a business calendar.
     *
     * @param used how it is named in documents
     */
    public static Clocks of(DurationClock business, ClockUsed used) {
        return new Clocks(requireNonNull(business, "business"), requireNonNull(used, "used"));
    }

    /** The clock of one of the {@link #CHOICES}; empty where the process has none. */
    public Optional<DurationClock> find(String choice) {
        return choice.equals(WALL) ? Optional.of(DurationClock.WALL) : Optional.ofNullable(business);
    }

    /** How it is named in documents. */
    public ClockUsed used(String choice) {
        return choice.equals(WALL) ? ClockUsed.WALL : requireNonNull(used, choice);
    }
}
