package com.opsatc.kernel.measure.loop;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import com.opsatc.kernel.waiting.Concurrency;
import java.util.List;
import java.util.TreeMap;

/** How often {@code a, b, a} occurs in a row, for two different activities (definitions 1.6). */
public final class ShortLoopMeasure implements CaseMeasure<List<Concurrency.Loop>> {
    private final TreeMap<Long, Long> loops = new TreeMap<>();

    @Override
    public void take(EventColumns events, int from, int to) {
        int[] activities = events.activities();
        for (int i = from + 2; i < to; i++) {
            if (activities[i] == activities[i - 2] && activities[i] != activities[i - 1]) {
                loops.merge((long) activities[i] << Integer.SIZE | activities[i - 1], 1L, Math::addExact);
            }
        }
    }

    @Override
    public void merge(CaseMeasure<List<Concurrency.Loop>> other) {
        ((ShortLoopMeasure) other).loops.forEach((pair, n) -> loops.merge(pair, n, Math::addExact));
    }

    @Override
    public void write(ByteSink sink) {
        sink.writeVarint(loops.size());
        loops.forEach((pair, n) -> {
            sink.writeLong(pair);
            sink.writeVarint(n);
        });
    }

    @Override
    public void read(ByteSource source) {
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            long pair = source.readLong();
            loops.merge(pair, source.readVarint(), Math::addExact);
        }
    }

    /** In the order of their codes; a pair without any is left out. */
    @Override
    public List<Concurrency.Loop> finish() {
        return loops.entrySet().stream()
                .map(loop -> new Concurrency.Loop(
                        (int) (loop.getKey() >>> Integer.SIZE), loop.getKey().intValue(), loop.getValue()))
                .toList();
    }
}
