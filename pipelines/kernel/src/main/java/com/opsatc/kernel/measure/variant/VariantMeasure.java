package com.opsatc.kernel.measure.variant;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.VariantStats;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.measure.cycle.CaseSpan;
import com.opsatc.kernel.visit.CaseMeasure;
import java.util.Arrays;
import java.util.List;

/**
 * Cases by their sequence of activities (definitions 1.3), compared in full; most cases first, then by codes.
 *
 * <p>What is known of a variant stands in one record of a few integers, so that counting a case touches three places of
 * memory: the table, the record, and the sequence.
 */
public final class VariantMeasure implements CaseMeasure<List<VariantStats>> {
    private static final int FREE = -1;
    /** A record: the sequence's hash, its place in the pool and its length, cases, and the sum of their cycle times. */
    private static final int RECORD = 4;

    private static final int SEQUENCE = 1;
    private static final int CASES = 2;
    private static final int CYCLE_SUM_US = 3;

    private final Coding coding;
    private final int codes;
    private int[] table = new int[64];
    private long[] records = new long[16 * RECORD];
    private int[] pool = new int[64];
    private int poolSize;
    private int size;

    /** @param codes how many codes there are, from 0 */
    public VariantMeasure(Coding coding, int codes) {
        this.coding = coding;
        this.codes = codes;
        Arrays.fill(table, FREE);
    }

    @Override
    public void take(EventColumns events, int from, int to) {
        add(coding.of(events), from, to - from, 1, CaseSpan.lengthUs(events, from, to));
    }

    /** Adds cases that follow {@code length} activities from a place on, with the sum of their cycle times. */
    private void add(int[] activities, int from, int length, long count, long cycleSumUs) {
        long hash = hash(activities, from, length);
        int place = place(hash, activities, from, length);
        int variant = table[place];
        if (variant == FREE) {
            variant = append(hash, activities, from, length);
            table[place] = variant;
            if (size * 2 > table.length) {
                rehash();
            }
        }

        int record = variant * RECORD;
        records[record + CASES] += count;
        records[record + CYCLE_SUM_US] = Math.addExact(records[record + CYCLE_SUM_US], cycleSumUs);
    }

    private static long hash(int[] activities, int from, int length) {
        long hash = length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ activities[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private int place(long hash, int[] activities, int from, int length) {
        int mask = table.length - 1;
        int place = (int) hash & mask;
        while (table[place] != FREE && !matches(table[place], hash, activities, from, length)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean matches(int variant, long hash, int[] activities, int from, int length) {
        if (records[variant * RECORD] != hash || length(variant) != length) {
            return false;
        }

        int start = start(variant);
        return Arrays.equals(pool, start, start + length, activities, from, from + length);
    }

    private int start(int variant) {
        return (int) (records[variant * RECORD + SEQUENCE] >>> Integer.SIZE);
    }

    private int length(int variant) {
        return (int) records[variant * RECORD + SEQUENCE];
    }

    private int append(long hash, int[] activities, int from, int length) {
        int record = Math.multiplyExact(size, RECORD);
        if (record == records.length) {
            records = Arrays.copyOf(records, Math.multiplyExact(record, 2));
        }

        int end = Math.addExact(poolSize, length);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, pool.length * 2L)));
        }

        System.arraycopy(activities, from, pool, poolSize, length);
        records[record] = hash;
        records[record + SEQUENCE] = (long) poolSize << Integer.SIZE | length;
        poolSize = end;
        return size++;
    }

    private void rehash() {
        table = new int[table.length * 2];
        Arrays.fill(table, FREE);
        int mask = table.length - 1;
        for (int variant = 0; variant < size; variant++) {
            int place = (int) records[variant * RECORD] & mask;
            while (table[place] != FREE) {
                place = (place + 1) & mask;
            }
            table[place] = variant;
        }
    }

    @Override
    public void merge(CaseMeasure<List<VariantStats>> same) {
        VariantMeasure other = (VariantMeasure) same;
        for (int i = 0; i < other.size; i++) {
            add(other.pool, other.start(i), other.length(i), other.cases(i), other.cycleSumUs(i));
        }
    }

    private long cases(int variant) {
        return records[variant * RECORD + CASES];
    }

    private long cycleSumUs(int variant) {
        return records[variant * RECORD + CYCLE_SUM_US];
    }

    @Override
    public List<VariantStats> finish() {
        VariantStats[] stats = new VariantStats[size];
        for (int i = 0; i < size; i++) {
            int[] sequence = Arrays.copyOfRange(pool, start(i), start(i) + length(i));
            stats[i] = new VariantStats(sequence, cases(i), cycleSumUs(i));
        }
        Arrays.parallelSort(stats, VariantStats.MOST_CASES_FIRST);
        return List.of(stats);
    }

    @Override
    public void write(ByteSink sink) {
        sink.writeVarint(size);
        for (int i = 0; i < size; i++) {
            sink.writeVarint(length(i));
            for (int at = start(i); at < start(i) + length(i); at++) {
                sink.writeVarint(pool[at]);
            }
            sink.writeVarint(cases(i));
            sink.writeVarint(cycleSumUs(i));
        }
    }

    @Override
    public void read(ByteSource source) {
        int count = source.readCount();
        for (int i = 0; i < count; i++) {
            int[] sequence = new int[source.readCount()];
            for (int at = 0; at < sequence.length; at++) {
                sequence[at] = source.readBelow(codes);
            }
            add(sequence, 0, sequence.length, source.readVarint(), source.readVarint());
        }
    }
}
