package com.opsatc.benchmarks;

import com.opsatc.jobs.simulate.draw.Draws;

/**
 * Makes up event logs of any size: a process of 24 activities with skips, loops and rework, about 8 events a case, and
 * gaps from minutes to weeks.
 *
 * <p>Each case is a function of the seed and its key, so that any part of a log can be made by itself.
 */
final class EventLogGenerator {
    static final int ACTIVITIES = 24;
    static final double MEAN_EVENTS = 8.69;

    private static final long FIRST_INSTANT_US = 1_704_067_200_000_000L; // 2024-01-01
    private static final long YEAR_US = 365L * 86_400_000_000L;
    private static final double HOUR_US = 3.6e9;
    private static final int MOST_EVENTS = 200;

    private final long seed;

    EventLogGenerator(long seed) {
        this.seed = seed;
    }

    /** Takes the events of a case in their order. */
    interface Sink {
        void event(long caseKey, int position, boolean last, int activity, long completeUs);
    }

    /** How many cases make about that many events. */
    static long casesFor(long events) {
        return Math.max(1, Math.round(events / MEAN_EVENTS));
    }

    /** Makes one case; returns how many events it has. */
    int generate(long caseKey, Sink sink) {
        Draws draws = Draws.of(seed + caseKey, "case");
        long time = FIRST_INSTANT_US + (long) (draws.unit() * YEAR_US);
        int activity = 0;
        for (int position = 0; ; position++) {
            int next = next(activity, draws);
            boolean last = next >= ACTIVITIES || position == MOST_EVENTS - 1;
            sink.event(caseKey, position, last, activity, time);
            if (last) {
                return position + 1;
            }

            double medianHours = 0.2 + (activity * 7 + next * 3) % 40;
            time += (long) (HOUR_US * draws.logNormal(medianHours, 1.1));
            activity = next;
        }
    }

    /** The activity that follows; {@link #ACTIVITIES} or more ends the case. */
    private static int next(int activity, Draws draws) {
        double draw = draws.unit();
        if (draw < 0.52) {
            return activity + 1;
        }

        if (draw < 0.68) {
            return activity + 3;
        }

        if (draw < 0.82) {
            return activity + 6;
        }

        if (draw < 0.87) {
            return activity;
        }

        return draw < 0.93 ? Math.max(1, activity - 2) : ACTIVITIES;
    }
}
