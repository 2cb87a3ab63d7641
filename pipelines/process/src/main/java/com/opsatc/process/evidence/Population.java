package com.opsatc.process.evidence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The counted members of a figure: what each contributes, and the date that places it, in evidence order.
 *
 * <p>This is all that the figure, its interval and its weekly series are computed from: 12 bytes a member.
 */
public final class Population {
    private final long[] contributions;
    private final int[] days;

    private Population(long[] contributions, int[] days) {
        this.contributions = contributions;
        this.days = days;
    }

    public int n() {
        return contributions.length;
    }

    public long[] contributions() {
        return contributions.clone();
    }

    /** The earliest date; there is one only when {@link #n()} is above zero. */
    public LocalDate firstDate() {
        return LocalDate.ofEpochDay(IntStream.of(days).min().orElseThrow());
    }

    public LocalDate lastDate() {
        return LocalDate.ofEpochDay(IntStream.of(days).max().orElseThrow());
    }

    /** The members dated from {@code from} to {@code to}, both included. */
    public Population between(LocalDate from, LocalDate to) {
        requireNonNull(from, "from");
        Builder builder = new Builder();
        for (int i = 0; i < days.length; i++) {
            if (days[i] >= from.toEpochDay() && days[i] <= to.toEpochDay()) {
                builder.add(contributions[i], days[i]);
            }
        }
        return builder.build();
    }

    /** The epoch day of member {@code i}. */
    public int day(int i) {
        return days[i];
    }

    /** What member {@code i} contributes. */
    public long contribution(int i) {
        return contributions[i];
    }

    /** Collects members one by one. */
    public static final class Builder {
        private static final int FIRST = 1024;

        private long[] contributions = new long[FIRST];
        private int[] days = new int[FIRST];
        private int n;

        public Builder add(long contribution, int epochDay) {
            if (n == days.length) {
                contributions = Arrays.copyOf(contributions, 2 * n);
                days = Arrays.copyOf(days, 2 * n);
            }

            contributions[n] = contribution;
            days[n++] = epochDay;
            return this;
        }

        public Population build() {
            return new Population(Arrays.copyOf(contributions, n), Arrays.copyOf(days, n));
        }
    }
}
