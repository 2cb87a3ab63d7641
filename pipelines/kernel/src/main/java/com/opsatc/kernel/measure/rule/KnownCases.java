package com.opsatc.kernel.measure.rule;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.calendar.LocalDays;
import com.opsatc.kernel.log.EventColumns;
import java.io.Serializable;
import java.util.BitSet;

/**
 * How far cases are known.
 *
 * @param untilUs the last instant that is known, in microseconds UTC: a deadline after it has not passed
 * @param days at whose beginning an event has a date without a time
 * @param ends codes that close a case; none where the records do not tell, so that no case is closed
 * @param endsOnceReached whether an end closes a case for good; else the case is open again when anything follows
 */
public record KnownCases(long untilUs, LocalDays days, BitSet ends, boolean endsOnceReached) implements Serializable {
    private static final long serialVersionUID = 1L;

    public KnownCases {
        requireNonNull(days, "days");
        ends = (BitSet) ends.clone();
    }

    OneCase of(EventColumns events, int from, int to) {
        return new OneCase(events, from, to, closed(events.classes(), from, to), this);
    }

    private boolean closed(int[] codes, int from, int to) {
        if (!endsOnceReached) {
            return ends.get(codes[to - 1]);
        }

        for (int i = from; i < to; i++) {
            if (ends.get(codes[i])) {
                return true;
            }
        }
        return false;
    }
}
