package com.opsatc.kernel.measure.edge;

import java.util.Arrays;

/**
 * Numbers the pairs of activities in the order of their first occurrence.
 *
 * <p>With few activities a table of all pairs, one read a look-up; with many, where that table would not fit in a cache, a
 * hash table of the pairs that occur.
 */
final class EdgeIndex {
    static final int ABSENT = -1;
    private static final int MAX_TABLE_ACTIVITIES = 512;

    private final int activities;
    private final boolean hashed;
    private long[] keys;
    private int[] slots;
    private int size;

    EdgeIndex(int activities) {
        this.activities = activities;
        hashed = activities > MAX_TABLE_ACTIVITIES;
        slots = new int[hashed ? 1024 : activities * activities];
        keys = new long[hashed ? slots.length : 0];
        Arrays.fill(slots, ABSENT);
    }

    /** The number of the pair, or {@link #ABSENT}. */
    int find(int from, int to) {
        return hashed ? slots[place((long) from * activities + to)] : slots[from * activities + to];
    }

    /** Gives the pair, which must be absent, the next number. */
    int add(int from, int to) {
        if (!hashed) {
            slots[from * activities + to] = size;
            return size++;
        }

        if (size * 2 >= slots.length) {
            grow();
        }

        long key = (long) from * activities + to;
        int place = place(key);
        keys[place] = key;
        slots[place] = size;
        return size++;
    }

    private int place(long key) {
        int mask = slots.length - 1;
        int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[place] != ABSENT && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = new int[oldSlots.length * 2];
        Arrays.fill(slots, ABSENT);
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != ABSENT) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                slots[place] = oldSlots[i];
            }
        }
    }
}
