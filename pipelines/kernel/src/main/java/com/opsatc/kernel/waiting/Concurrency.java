package com.opsatc.kernel.waiting;

import com.opsatc.kernel.figure.EdgeStats;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which activities run side by side, so that neither waits for the other (definitions 1.6): each directly follows the other,
 * about as often, and not because the two form a loop.
 */
public final class Concurrency implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Both thresholds, of balance and of loops, are 0.9. */
    private static final int NINE = 9;

    private static final int TEN = 10;

    private final int activities;
    private final BitSet pairs = new BitSet();

    private Concurrency(int activities) {
        this.activities = activities;
    }

    /** How often {@code a, b, a} occurs in a row. */
    public record Loop(int a, int b, long n) {}

    /**
     * @param activities how many codes there are, from 0
     * @param edges directly-follows edges of the view
     */
    public static Concurrency of(int activities, List<EdgeStats> edges, List<Loop> loops) {
        Map<Long, Long> follows = new HashMap<>();
        edges.forEach(edge -> follows.put(pair(edge.from(), edge.to()), edge.n()));
        Map<Long, Long> repeats = new HashMap<>();
        loops.forEach(loop -> repeats.merge(pair(loop.a(), loop.b()), loop.n(), Math::addExact));
        Concurrency concurrency = new Concurrency(activities);
        for (EdgeStats edge : edges) {
            int a = edge.from();
            int b = edge.to();
            long back = follows.getOrDefault(pair(b, a), 0L);
            long looped = repeats.getOrDefault(pair(a, b), 0L) + repeats.getOrDefault(pair(b, a), 0L);
            if (a != b && back > 0 && isBalanced(edge.n(), back) && !isLoop(looped)) {
                concurrency.pairs.set(Math.addExact(Math.multiplyExact(a, activities), b));
            }
        }

        return concurrency;
    }

    public boolean concurrent(int a, int b) {
        return pairs.get(a * activities + b);
    }

    /** |n - m| / (n + m + 1) is below 0.9. */
    private static boolean isBalanced(long n, long m) {
        return TEN * Math.abs(n - m) < NINE * (n + m + 1);
    }

    /** n / (n + 1) is 0.9 or more. */
    private static boolean isLoop(long n) {
        return TEN * n >= NINE * (n + 1);
    }

    private static long pair(int a, int b) {
        return (long) a << Integer.SIZE | b;
    }
}
