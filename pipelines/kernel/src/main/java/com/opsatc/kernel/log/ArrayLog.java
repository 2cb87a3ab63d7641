package com.opsatc.kernel.log;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;

/**
 * An event log whose columns are arrays, one element a row, the rows of a case next to each other and in total order.
 *
 * <p>Positions and ends of cases follow from the case column, so a case split in two by another one is read as two.
 */
public final class ArrayLog {
    private final long[] cases;
    private final int[] activities;
    private final long[] startsUs;
    private final long[] completesUs;

    private ArrayLog(long[] cases, int[] activities, long[] startsUs, long[] completesUs) {
        this.cases = cases;
        this.activities = activities;
        this.startsUs = startsUs;
        this.completesUs = completesUs;
    }

    /** A log over these columns, which are not copied and must not change while it is read. */
    public static ArrayLog over(long[] cases, int[] activities, long[] startsUs, long[] completesUs) {
        requireNonNull(cases, "cases");
        if (activities.length != cases.length
                || startsUs.length != cases.length
                || completesUs.length != cases.length) {
            throw new IllegalArgumentException("Invalid log: its columns differ in length");
        }

        return new ArrayLog(cases, activities, startsUs, completesUs);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return cases.length;
    }

    /** Reads all rows. */
    public EventCursor cursor() {
        return cursor(0, size());
    }

    /** Reads rows {@code from} (included) to {@code to} (excluded), as a task reads its split. */
    public EventCursor cursor(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new Rows(from, to);
    }

    private final class Rows implements EventCursor {
        private final int to;
        private int row;
        private int position;

        Rows(int from, int to) {
            this.to = to;
            row = from - 1;
            int first = from;
            while (first > 0 && from < size() && cases[first - 1] == cases[from]) {
                first--;
            }
            position = from - first - 1;
        }

        @Override
        public boolean next() {
            if (row + 1 >= to) {
                return false;
            }

            row++;
            position = row > 0 && cases[row - 1] == cases[row] ? position + 1 : 0;
            return true;
        }

        @Override
        public long caseId() {
            return cases[row];
        }

        @Override
        public int position() {
            return position;
        }

        @Override
        public boolean lastOfCase() {
            return row + 1 == cases.length || cases[row + 1] != cases[row];
        }

        @Override
        public int activity() {
            return activities[row];
        }

        @Override
        public long startUs() {
            return startsUs[row];
        }

        @Override
        public long completeUs() {
            return completesUs[row];
        }
    }

    /** Collects rows in their order. */
    public static final class Builder {
        private long[] cases = new long[16];
        private int[] activities = new int[16];
        private long[] startsUs = new long[16];
        private long[] completesUs = new long[16];
        private int size;

        private Builder() {}

        /** Adds the next event of the case, or the first of another case. */
        public Builder add(long caseId, int activity, long startUs, long completeUs) {
            if (size == cases.length) {
                resize(size * 2);
            }

            cases[size] = caseId;
            activities[size] = activity;
            startsUs[size] = startUs;
            completesUs[size] = completeUs;
            size++;
            return this;
        }

        /** Adds an event that took no time. */
        public Builder add(long caseId, int activity, long atUs) {
            return add(caseId, activity, atUs, atUs);
        }

        public ArrayLog build() {
            resize(size);
            ArrayLog log = new ArrayLog(cases, activities, startsUs, completesUs);
            resize(Math.max(16, size));
            return log;
        }

        private void resize(int length) {
            cases = Arrays.copyOf(cases, length);
            activities = Arrays.copyOf(activities, length);
            startsUs = Arrays.copyOf(startsUs, length);
            completesUs = Arrays.copyOf(completesUs, length);
        }
    }
}
