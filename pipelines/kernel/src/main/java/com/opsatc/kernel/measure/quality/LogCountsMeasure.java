package com.opsatc.kernel.measure.quality;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.calendar.LocalDays;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import com.opsatc.kernel.visit.CasePass;
import java.time.ZoneId;

/** Counts what is to be said of a log as data. */
public final class LogCountsMeasure implements CaseMeasure<LogCounts> {
    private static final int EVENTS = 0;
    private static final int CASES = 1;
    private static final int ONE_EVENT_CASES = 2;
    private static final int MIDNIGHT_ONLY = 3;
    private static final int ORDER_WITHIN_A_DAY = 4;
    private static final int WITH_START = 5;

    private final LocalDays days;
    private final long[] counts = new long[WITH_START + 1];

    private LogCountsMeasure(LocalDays days) {
        this.days = days;
    }

    /**
     * @param firstUs the earliest completion, {@code lastUs} the latest, in microseconds UTC
     * @param zone whose days are meant
     */
    public static CasePass.Factory<LogCounts> between(long firstUs, long lastUs, ZoneId zone) {
        LocalDays days = LocalDays.between(firstUs, lastUs, zone);
        return () -> new LogCountsMeasure(days);
    }

    @Override
    public void take(EventColumns events, int from, int to) {
        counts[EVENTS] += to - from;
        counts[CASES]++;
        counts[ONE_EVENT_CASES] += to - from == 1 ? 1 : 0;
        long[] startsUs = events.startsUs();
        long[] completesUs = events.completesUs();
        for (int i = from; i < to; i++) {
            counts[WITH_START] += startsUs[i] == EventColumns.UNKNOWN ? 0 : 1;
            int day = days.startingAt(completesUs[i]);
            if (day >= 0) {
                counts[MIDNIGHT_ONLY]++;
                // Completions ascend: what is of this day and stamped so, or comes after it, is the next one.
                counts[ORDER_WITHIN_A_DAY] += i + 1 < to && days.endsAfter(day, completesUs[i + 1]) ? 1 : 0;
            }
        }
    }

    @Override
    public void merge(CaseMeasure<LogCounts> same) {
        long[] others = ((LogCountsMeasure) same).counts;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others[i];
        }
    }

    @Override
    public void write(ByteSink sink) {
        for (long count : counts) {
            sink.writeVarint(count);
        }
    }

    @Override
    public void read(ByteSource source) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += source.readVarint();
        }
    }

    @Override
    public LogCounts finish() {
        return new LogCounts(
                counts[EVENTS],
                counts[CASES],
                counts[ONE_EVENT_CASES],
                counts[MIDNIGHT_ONLY],
                counts[ORDER_WITHIN_A_DAY],
                counts[WITH_START]);
    }
}
