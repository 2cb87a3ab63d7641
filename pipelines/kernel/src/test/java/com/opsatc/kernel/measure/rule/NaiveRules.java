package com.opsatc.kernel.measure.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rules as their definitions say them, every pair of events compared: what the walk must come to. */
final class NaiveRules {
    static final long DAY_US = 86_400_000_000L;

    /** What became of one activation; {@code by} and {@code position} are places in the case. */
    record Judged(char what, int position, int by, long overrunUs) {}

    private final String codes;
    private final long[] us;
    private final boolean closed;
    private final long untilUs;

    /** @param codes an activity for each event */
    NaiveRules(String codes, long[] us, boolean closed, long untilUs) {
        this.codes = codes;
        this.us = us;
        this.closed = closed;
        this.untilUs = untilUs;
    }

    List<Judged> response(String first, String second, long limitUs) {
        return each(first, a -> {
            int answer = all(b -> b > a && is(second, b)).min().orElse(-1);
            long overrun = limitUs == 0 ? 0 : (answer < 0 ? Math.max(untilUs, us[a]) : us[answer]) - us[a] - limitUs;
            if (answer >= 0 && overrun <= 0) {
                return new Judged('k', a, -1, 0);
            }

            if (answer < 0 && overrun <= 0 && !closed) {
                return new Judged('p', a, -1, 0);
            }

            boolean unknown = all(b -> b < a && is(second, b) && sameDay(b, a)).count() > 0;
            return unknown ? new Judged('u', a, -1, 0) : new Judged('b', a, answer, Math.max(0, overrun));
        });
    }

    List<Judged> chainResponse(String first, String second) {
        return each(first, a -> {
            if (a + 1 == codes.length()) {
                return new Judged(closed ? 'b' : 'p', a, -1, 0);
            }

            if (is(second, a + 1)) {
                return new Judged('k', a, -1, 0);
            }

            return sameDay(a, a + 1) ? new Judged('u', a, -1, 0) : new Judged('b', a, a + 1, 0);
        });
    }

    List<Judged> precedence(String first, String second) {
        return each(second, b -> {
            if (all(a -> a < b && is(first, a)).count() > 0) {
                return new Judged('k', b, -1, 0);
            }

            boolean unknown = all(a -> a > b && is(first, a) && sameDay(b, a)).count() > 0;
            return new Judged(unknown ? 'u' : 'b', b, -1, 0);
        });
    }

    List<Judged> occurrence(String activities, int least, int most) {
        int[] found = all(i -> is(activities, i)).toArray();
        if (found.length > most) {
            return List.of(new Judged('b', found[most], found[most], 0));
        }

        char few = closed ? 'b' : 'p';
        return List.of(new Judged(found.length >= least ? 'k' : few, codes.length() - 1, -1, 0));
    }

    List<Judged> notTogether(String first, String second) {
        int a = all(i -> is(first, i)).min().orElse(-1);
        int b = all(i -> is(second, i)).min().orElse(-1);
        if (a < 0 && b < 0) {
            return List.of();
        }

        return List.of(a < 0 || b < 0 ? new Judged('k', 0, -1, 0) : new Judged('b', Math.min(a, b), Math.max(a, b), 0));
    }

    private boolean is(String activities, int event) {
        return activities.indexOf(codes.charAt(event)) >= 0;
    }

    /** The one has no time, and the other, which is not before it, is of its day; days are those of UTC. */
    private boolean sameDay(int dated, int other) {
        return us[dated] % DAY_US == 0 && us[other] / DAY_US == us[dated] / DAY_US;
    }

    private IntStream all(IntPredicate which) {
        return IntStream.range(0, codes.length()).filter(which);
    }

    private List<Judged> each(String activities, IntFunction<Judged> judge) {
        return new ArrayList<>(all(i -> is(activities, i)).mapToObj(judge).toList());
    }
}
