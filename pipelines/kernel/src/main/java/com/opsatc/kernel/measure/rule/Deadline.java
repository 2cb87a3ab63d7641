package com.opsatc.kernel.measure.rule;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.calendar.WorkingDays;
import java.io.Serializable;

/** Until when something is due after an instant. */
public interface Deadline extends Serializable {
    /** Never due. */
    Deadline NONE = (fromUs, toUs) -> 0;

    /**
     * By how much an instant is past what is due after another one, in microseconds; 0 or less while it is in time.
     *
     * @param fromUs an instant, {@code toUs} one that is not before it, both in microseconds UTC
     */
    long overrunUs(long fromUs, long toUs);

    /**
     * Due when so much time of a clock has passed; the overrun is time of that clock, and the last microsecond is in time.
     *
     * @param limitUs more than 0
     */
    record Elapsed(long limitUs, DurationClock clock) implements Deadline {
        public Elapsed {
            requireNonNull(clock, "clock");
            if (limitUs <= 0) {
                throw new IllegalArgumentException("Invalid deadline: it must be longer than nothing");
            }
        }

        @Override
        public long overrunUs(long fromUs, long toUs) {
            return clock.between(fromUs, toUs) - limitUs;
        }
    }

    /** Due until the end of a working day; the overrun is all time after it. */
    record EndOfDay(int workingDays, WorkingDays calendar) implements Deadline {
        public EndOfDay {
            requireNonNull(calendar, "calendar");
            if (workingDays < 1) {
                throw new IllegalArgumentException("Invalid deadline: it must be at least one working day");
            }
        }

        @Override
        public long overrunUs(long fromUs, long toUs) {
            return toUs - calendar.endUs(fromUs, workingDays);
        }
    }
}
