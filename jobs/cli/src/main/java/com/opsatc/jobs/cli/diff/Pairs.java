package com.opsatc.jobs.cli.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Things of two runs, put side by side by what they are, in the order of that.
 *
 * @param from null for what the later run alone has
 * @param to null for what the earlier run alone has
 */
record Pairs<T>(T from, T to) {
    /** Of things that have a name of their own; of several with one name the last speaks. */
    static <T> List<Pairs<T>> byName(List<T> from, List<T> to, Function<T, String> name) {
        SortedMap<String, Pairs<T>> pairs = new TreeMap<>();
        from.forEach(each -> pairs.put(name.apply(each), new Pairs<>(each, null)));
        to.forEach(each ->
                pairs.merge(name.apply(each), new Pairs<>(null, each), (old, added) -> new Pairs<>(old.from, each)));
        return List.copyOf(pairs.values());
    }

    /**
     * Of things that can be there more than once: within what they are, those that agree most are paired first, the others in
     * order.
     *
     * @param subject what they are
     * @param place tells several of one subject apart, and orders them
     */
    static <T> List<Pairs<T>> bySubject(
            List<T> from, List<T> to, Function<T, List<String>> subject, Function<T, String> place) {
        SortedMap<List<String>, List<T>> earlier = grouped(from, subject, place);
        SortedMap<List<String>, List<T>> later = grouped(to, subject, place);
        SortedMap<List<String>, List<T>> all = new TreeMap<>(order());
        all.putAll(earlier);
        all.putAll(later);
        List<Pairs<T>> pairs = new ArrayList<>();
        for (List<String> each : all.keySet()) {
            List<T> left = new ArrayList<>(earlier.getOrDefault(each, List.of()));
            List<T> right = new ArrayList<>(later.getOrDefault(each, List.of()));
            pairs.addAll(sameFirst(left, right, place));
            while (!left.isEmpty() || !right.isEmpty()) {
                pairs.add(
                        new Pairs<>(left.isEmpty() ? null : left.remove(0), right.isEmpty() ? null : right.remove(0)));
            }
        }
        return List.copyOf(pairs);
    }

    private static <T> List<Pairs<T>> sameFirst(List<T> left, List<T> right, Function<T, String> place) {
        List<Pairs<T>> same = new ArrayList<>();
        for (T each : List.copyOf(left)) {
            right.stream()
                    .filter(other -> place.apply(other).equals(place.apply(each)))
                    .findFirst()
                    .ifPresent(other -> {
                        same.add(new Pairs<>(each, other));
                        left.remove(each);
                        right.remove(other);
                    });
        }
        return same;
    }

    private static <T> SortedMap<List<String>, List<T>> grouped(
            List<T> things, Function<T, List<String>> subject, Function<T, String> place) {
        SortedMap<List<String>, List<T>> grouped = new TreeMap<>(order());
        things.forEach(each -> grouped.computeIfAbsent(subject.apply(each), any -> new ArrayList<>())
                .add(each));
        grouped.values().forEach(group -> group.sort(Comparator.comparing(place)));
        return grouped;
    }

    private static Comparator<List<String>> order() {
        return (left, right) -> {
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                int difference = left.get(i).compareTo(right.get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return Integer.compare(left.size(), right.size());
        };
    }
}
