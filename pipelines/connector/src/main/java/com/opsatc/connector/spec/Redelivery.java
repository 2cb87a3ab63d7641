package com.opsatc.connector.spec;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells from how the files of a stream without a key overlap which redelivery fits them. */
public final class Redelivery {
    private Redelivery() {}

    /**
     * A row of a file as far as the question goes.
     *
     * @param timeUs its event's time
     * @param content the same for equal rows
     */
    public record Delivered(long timeUs, String content) {
        public Delivered {
            requireNonNull(content, "content");
        }
    }

    /**
     * {@link StreamSpec#OVERLAP} where, in the stretches of time that two files share, most rows of the one are rows of the
     * other; else {@link StreamSpec#APPEND}: equal rows are then chance, or each other's neighbours at a border. Files that
     * touch in one instant share no stretch. Fewer than two files give {@link StreamSpec#OVERLAP}, the default.
     *
     * @param files the rows of each, in any order
     */
    public static String fitting(List<List<Delivered>> files) {
        if (files.size() < 2) {
            return StreamSpec.OVERLAP;
        }

        long shared = 0;
        long most = 0;
        for (int i = 0; i < files.size(); i++) {
            for (int j = i + 1; j < files.size(); j++) {
                long from = Math.max(first(files.get(i)), first(files.get(j)));
                long to = Math.min(last(files.get(i)), last(files.get(j)));
                if (from >= to) {
                    continue;
                }

                Map<Delivered, Integer> one = within(files.get(i), from, to);
                Map<Delivered, Integer> other = within(files.get(j), from, to);
                most += Math.min(rows(one), rows(other));
                for (Map.Entry<Delivered, Integer> row : one.entrySet()) {
                    shared += Math.min(row.getValue(), other.getOrDefault(row.getKey(), 0));
                }
            }
        }

        return most > 0 && 2 * shared >= most ? StreamSpec.OVERLAP : StreamSpec.APPEND;
    }

    private static Map<Delivered, Integer> within(List<Delivered> rows, long from, long to) {
        Map<Delivered, Integer> counts = new HashMap<>();
        rows.stream()
                .filter(row -> row.timeUs() >= from && row.timeUs() <= to)
                .forEach(row -> counts.merge(row, 1, Math::addExact));
        return counts;
    }

    private static long rows(Map<Delivered, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static long first(List<Delivered> rows) {
        return rows.stream().mapToLong(Delivered::timeUs).min().orElse(Long.MAX_VALUE);
    }

    private static long last(List<Delivered> rows) {
        return rows.stream().mapToLong(Delivered::timeUs).max().orElse(Long.MIN_VALUE);
    }
}
