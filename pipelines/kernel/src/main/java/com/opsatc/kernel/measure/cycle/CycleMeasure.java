package com.opsatc.kernel.measure.cycle;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.LongBag;
import com.opsatc.kernel.figure.PackedLongs;
import com.opsatc.kernel.figure.PeriodSums;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.kernel.measure.period.PeriodIndex;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CaseMeasure;

/** How long each case took; in the period of its latest completion. */
public final class CycleMeasure implements CaseMeasure<CycleMeasure.Found> {
    private final PeriodIndex periodIndex;
    private final LongBag cycles = new LongBag();
    private final PeriodSums periods;
    private long events;

    /** What was found: of no cases no durations. */
    public record Found(long events, Durations cycle, PeriodSums periods) {}

    public CycleMeasure(Periods periods) {
        periodIndex = new PeriodIndex(periods);
        this.periods = new PeriodSums(periods.count());
    }

    @Override
    public void take(EventColumns columns, int from, int to) {
        long cycleUs = CaseSpan.lengthUs(columns, from, to);
        events += to - from;
        cycles.add(cycleUs);
        int period = periodIndex.of(CaseSpan.latestUs(columns, from, to));
        if (period != PeriodIndex.NONE) {
            periods.add(period, LogScale.of(cycleUs));
        }
    }

    @Override
    public void merge(CaseMeasure<Found> same) {
        CycleMeasure other = (CycleMeasure) same;
        events += other.events;
        cycles.addAll(other.cycles);
        periods.addAll(other.periods);
    }

    @Override
    public void write(ByteSink sink) {
        sink.writeVarint(events);
        PackedLongs.write(sink, cycles);
        periods.write(sink);
    }

    @Override
    public void read(ByteSource source) {
        events += source.readVarint();
        PackedLongs.readInto(cycles, source);
        periods.read(source);
    }

    @Override
    public Found finish() {
        return new Found(events, new Durations(cycles), periods);
    }
}
