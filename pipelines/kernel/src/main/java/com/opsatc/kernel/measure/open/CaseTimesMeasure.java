package com.opsatc.kernel.measure.open;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.CaseTime;
import com.opsatc.kernel.figure.CaseTimes;
import com.opsatc.kernel.figure.OpenCase;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * When each case began and was closed, by the activities that end one.
 *
 * <p>Where the last event decides, a case is closed while it is an end: from the first of the ends that it has after everything else.
 * Else it is closed from its first end on. Of activities a b with b an end:
 *
 * <pre>
 *             the last event decides    the first end does
 * a           open                      open
 * a b b       closed at the first b     closed at the first b
 * a b a       open                      closed at b
 * a b a b     closed at the second b    closed at the first b
 * </pre>
 */
public final class CaseTimesMeasure implements CaseMeasure<CaseTimes> {
    private final BitSet ends;
    private final boolean lastEventDecides;
    private final List<CaseTime> cases = new ArrayList<>();
    private final List<OpenCase> open = new ArrayList<>();

    /** @param ends codes of the activities that end a case */
    public CaseTimesMeasure(BitSet ends, boolean lastEventDecides) {
        this.ends = (BitSet) ends.clone();
        this.lastEventDecides = lastEventDecides;
    }

    @Override
    public void take(EventColumns events, int from, int to) {
        long beginUs = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            beginUs = Math.min(beginUs, EventColumns.beginUs(events.startsUs()[i], events.completesUs()[i]));
        }

        int end = lastEventDecides ? firstOfTheLastEnds(events.activities(), from, to) : firstEnd(events, from, to);
        if (end < to) {
            cases.add(new CaseTime(events.caseIds()[from], beginUs, events.completesUs()[end]));
            return;
        }

        int last = to - 1;
        open(new OpenCase(
                new CaseTime(events.caseIds()[from], beginUs, CaseTime.OPEN),
                EventColumns.place(events.positions()[last]),
                events.activities()[last],
                events.completesUs()[last]));
    }

    private void open(OpenCase one) {
        open.add(one);
        cases.add(one.time());
    }

    private int firstOfTheLastEnds(int[] activities, int from, int to) {
        int end = to;
        while (end > from && ends.get(activities[end - 1])) {
            end--;
        }
        return end;
    }

    private int firstEnd(EventColumns events, int from, int to) {
        int end = from;
        while (end < to && !ends.get(events.activities()[end])) {
            end++;
        }
        return end;
    }

    @Override
    public void merge(CaseMeasure<CaseTimes> same) {
        CaseTimesMeasure other = (CaseTimesMeasure) same;
        cases.addAll(other.cases);
        open.addAll(other.open);
    }

    @Override
    public void write(ByteSink sink) {
        sink.writeVarint(cases.size() - open.size());
        for (CaseTime one : cases) {
            if (!one.isOpen()) {
                sink.writeLong(one.caseId());
                sink.writeLong(one.beginUs());
                sink.writeVarint(one.closedUs() - one.beginUs());
            }
        }
        sink.writeVarint(open.size());
        for (OpenCase one : open) {
            sink.writeLong(one.time().caseId());
            sink.writeLong(one.time().beginUs());
            sink.writeVarint(one.position());
            sink.writeVarint(one.activity());
            sink.writeLong(one.lastUs());
        }
    }

    @Override
    public void read(ByteSource source) {
        for (int count = source.readCount(); count > 0; count--) {
            long caseId = source.readLong();
            long beginUs = source.readLong();
            cases.add(new CaseTime(caseId, beginUs, Math.addExact(beginUs, source.readVarint())));
        }
        for (int count = source.readCount(); count > 0; count--) {
            CaseTime time = new CaseTime(source.readLong(), source.readLong(), CaseTime.OPEN);
            int position = source.readBelow(Integer.MAX_VALUE);
            open(new OpenCase(time, position, source.readBelow(Integer.MAX_VALUE), source.readLong()));
        }
    }

    @Override
    public CaseTimes finish() {
        cases.sort(CaseTime.EARLIEST_FIRST);
        open.sort(Comparator.comparing(OpenCase::time, CaseTime.EARLIEST_FIRST));
        return new CaseTimes(cases, open);
    }
}
