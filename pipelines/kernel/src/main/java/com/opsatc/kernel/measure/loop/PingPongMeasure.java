package com.opsatc.kernel.measure.loop;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.PingPong;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Stretches in which a case goes back and forth between two activities, at least twice from the one to the other (definitions 1.9).
 *
 * <p>A stretch is as long as the two alternate; the next may begin with its last event. Cases of one pair are told apart by which
 * activity a stretch begins with.
 *
 * <pre>
 * a b a          none: it went back, and not there again
 * a b a b        a, b with 4 events
 * x a b a b a    a, b with 5 events
 * a b a b c b c  a, b with 4 events and b, c with 4
 * a a b b a a b  none: nothing alternates for four events
 * </pre>
 */
public final class PingPongMeasure implements CaseMeasure<List<PingPong>> {
    private static final int SHORTEST = 4;
    private static final int EXAMPLES = 3;

    private final TreeMap<Long, Sums> pairs = new TreeMap<>();
    private long caseNumber;

    @Override
    public void take(EventColumns events, int from, int to) {
        caseNumber++;
        int[] activities = events.activities();
        int begin = from;
        for (int i = from + 1; i <= to; i++) {
            boolean goesOn = i < to
                    && activities[i] != activities[i - 1]
                    && (i - begin < 2 || activities[i] == activities[i - 2]);
            if (!goesOn) {
                if (i - begin >= SHORTEST) {
                    add(events, begin, i);
                }

                // Two different activities may begin the next stretch; one that follows itself begins it alone.
                begin = i < to && activities[i] != activities[i - 1] ? i - 1 : i;
            }
        }
    }

    private void add(EventColumns events, int begin, int end) {
        int[] activities = events.activities();
        Sums sums = of((long) activities[begin] << Integer.SIZE | activities[begin + 1]);
        sums.stretches++;
        sums.events += end - begin;
        sums.againUs = Math.addExact(sums.againUs, events.completesUs()[end - 1] - events.completesUs()[begin + 1]);
        if (sums.seenIn != caseNumber) {
            sums.seenIn = caseNumber;
            sums.cases++;
            sums.example(events.caseIds()[begin], EventColumns.place(events.positions()[begin]));
        }
    }

    private Sums of(long pair) {
        return pairs.computeIfAbsent(pair, unknown -> new Sums());
    }

    @Override
    public void merge(CaseMeasure<List<PingPong>> other) {
        ((PingPongMeasure) other).pairs.forEach((pair, theirs) -> {
            of(pair).add(theirs.stretches, theirs.cases, theirs.events, theirs.againUs);
            theirs.examples.forEach(of(pair)::example);
        });
    }

    @Override
    public void write(ByteSink sink) {
        sink.writeVarint(pairs.size());
        pairs.forEach((pair, sums) -> {
            sink.writeLong(pair);
            sink.writeVarint(sums.stretches);
            sink.writeVarint(sums.cases);
            sink.writeVarint(sums.events);
            sink.writeLong(sums.againUs);
            sink.writeVarint(sums.examples.size());
            sums.examples.forEach((caseId, position) -> {
                sink.writeLong(caseId);
                sink.writeVarint(position);
            });
        });
    }

    @Override
    public void read(ByteSource source) {
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            Sums sums = of(source.readLong());
            sums.add(source.readVarint(), source.readVarint(), source.readVarint(), source.readLong());
            int examples = source.readCount();
            for (int example = 0; example < examples; example++) {
                sums.example(source.readLong(), source.readBelow(Integer.MAX_VALUE));
            }
        }
    }

    /** In the order of their codes; a pair without any is left out. */
    @Override
    public List<PingPong> finish() {
        List<PingPong> found = new ArrayList<>();
        pairs.forEach((pair, sums) -> found.add(new PingPong(
                (int) (pair >>> Integer.SIZE),
                pair.intValue(),
                sums.stretches,
                sums.cases,
                sums.events,
                sums.againUs,
                sums.examples.entrySet().stream()
                        .map(each -> new PingPong.Example(each.getKey(), each.getValue()))
                        .toList())));
        return found;
    }

    private static final class Sums {
        private final TreeMap<Long, Integer> examples = new TreeMap<>();
        private long stretches;
        private long cases;
        private long events;
        private long againUs;
        private long seenIn;

        void add(long moreStretches, long moreCases, long moreEvents, long moreUs) {
            stretches += moreStretches;
            cases += moreCases;
            events += moreEvents;
            againUs = Math.addExact(againUs, moreUs);
        }

        /** Keeps those of the least keys. */
        void example(long caseId, int position) {
            examples.put(caseId, position);
            if (examples.size() > EXAMPLES) {
                examples.pollLastEntry();
            }
        }
    }
}
