package com.opsatc.kernel.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts cases by their sequence of activities, compared in full. */
final class VariantTally {
    private static final int FREE = -1;

    private int[] table = new int[64];
    private long[] hashes = new long[16];
    private int[] offsets = new int[17];
    private int[] pool = new int[64];
    private long[] cases = new long[16];
    private long[] cycleSumsUs = new long[16];
    private int size;

    VariantTally() {
        Arrays.fill(table, FREE);
    }

    /** Adds cases that follow {@code length} activities from a place on, with the sum of their cycle times. */
    void add(int[] activities, int from, int length, long count, long cycleSumUs) {
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

        cases[variant] += count;
        cycleSumsUs[variant] = Math.addExact(cycleSumsUs[variant], cycleSumUs);
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
        return hashes[variant] == hash
                && Arrays.equals(pool, offsets[variant], offsets[variant + 1], activities, from, from + length);
    }

    private int append(long hash, int[] activities, int from, int length) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2 + 1);
            cases = Arrays.copyOf(cases, size * 2);
            cycleSumsUs = Arrays.copyOf(cycleSumsUs, size * 2);
        }

        int end = Math.addExact(offsets[size], length);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, pool.length * 2L)));
        }

        System.arraycopy(activities, from, pool, offsets[size], length);
        offsets[size + 1] = end;
        hashes[size] = hash;
        return size++;
    }

    private void rehash() {
        table = new int[table.length * 2];
        Arrays.fill(table, FREE);
        int mask = table.length - 1;
        for (int variant = 0; variant < size; variant++) {
            int place = (int) hashes[variant] & mask;
            while (table[place] != FREE) {
                place = (place + 1) & mask;
            }
            table[place] = variant;
        }
    }

    void addAll(VariantTally other) {
        for (int i = 0; i < other.size; i++) {
            int length = other.offsets[i + 1] - other.offsets[i];
            add(other.pool, other.offsets[i], length, other.cases[i], other.cycleSumsUs[i]);
        }
    }

    List<VariantStats> stats() {
        List<VariantStats> stats = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int[] sequence = Arrays.copyOfRange(pool, offsets[i], offsets[i + 1]);
            stats.add(new VariantStats(sequence, cases[i], cycleSumsUs[i]));
        }
        stats.sort(VariantStats.MOST_CASES_FIRST);
        return stats;
    }

    void write(ByteSink sink) {
        sink.writeVarint(size);
        for (int i = 0; i < size; i++) {
            sink.writeVarint(offsets[i + 1] - offsets[i]);
            for (int at = offsets[i]; at < offsets[i + 1]; at++) {
                sink.writeVarint(pool[at]);
            }
            sink.writeVarint(cases[i]);
            sink.writeVarint(cycleSumsUs[i]);
        }
    }

    static VariantTally read(ByteSource source, int activities) {
        VariantTally read = new VariantTally();
        int size = source.readCount();
        for (int i = 0; i < size; i++) {
            int[] sequence = new int[source.readCount()];
            for (int at = 0; at < sequence.length; at++) {
                sequence[at] = source.readBelow(activities);
            }
            read.add(sequence, 0, sequence.length, source.readVarint(), source.readVarint());
        }
        return read;
    }
}
