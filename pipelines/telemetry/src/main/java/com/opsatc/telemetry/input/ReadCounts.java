package com.opsatc.telemetry.input;

import java.util.Collections;
import java.util.EnumMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much was read, used and refused, by reason. Nothing is dropped in silence: what was read is what was used and what was
 * refused, of files, lines and points each.
 *
 * @param files read, also those refused
 * @param lines that are not blank, also those refused; lines of a refused file are not read
 * @param points read, also those refused; points of a refused line are not read
 * @param pointsUsed those that count
 * @param refused by reason, without zeros
 */
public record ReadCounts(long files, long lines, long points, long pointsUsed, SortedMap<Refusal, Long> refused) {
    public static final ReadCounts NONE = new ReadCounts(0, 0, 0, 0, new TreeMap<>());

    public ReadCounts {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        if (refused.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("Invalid counts: a reason stands with at least 1");
        }
        if (points != pointsUsed + sum(refused, Refusal.Level.POINT)
                || lines < sum(refused, Refusal.Level.LINE)
                || files < sum(refused, Refusal.Level.FILE)) {
            throw new IllegalArgumentException("Invalid counts: what was read is not what was used and refused");
        }
    }

    public ReadCounts plus(ReadCounts other) {
        SortedMap<Refusal, Long> sums = new TreeMap<>(refused);
        other.refused.forEach((reason, count) -> sums.merge(reason, count, Math::addExact));
        return new ReadCounts(
                Math.addExact(files, other.files),
                Math.addExact(lines, other.lines),
                Math.addExact(points, other.points),
                Math.addExact(pointsUsed, other.pointsUsed),
                sums);
    }

    private static long sum(SortedMap<Refusal, Long> refused, Refusal.Level level) {
        return refused.entrySet().stream()
                .filter(entry -> entry.getKey().level() == level)
                .mapToLong(entry -> entry.getValue())
                .reduce(0, Math::addExact);
    }

    /** Counts being counted; not safe for use by two threads. */
    public static final class Tally {
        private final EnumMap<Refusal, Long> refused = new EnumMap<>(Refusal.class);
        private long files;
        private long lines;
        private long used;

        public void file() {
            files++;
        }

        public void line() {
            lines++;
        }

        public void used() {
            used++;
        }

        public void refused(Refusal reason, long count) {
            if (count > 0) {
                refused.merge(reason, count, Math::addExact);
            }
        }

        public ReadCounts counts() {
            SortedMap<Refusal, Long> sorted = new TreeMap<>(refused);
            return new ReadCounts(files, lines, Math.addExact(used, sum(sorted, Refusal.Level.POINT)), used, sorted);
        }
    }
}
