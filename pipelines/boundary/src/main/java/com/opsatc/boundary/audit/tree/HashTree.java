package com.opsatc.boundary.audit.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tree of which every earlier state can be asked: roots, inclusion proofs and consistency proofs (RFC 6962, sections 2.1,
 * 2.1.1 and 2.1.2). It keeps the root of every complete subtree, 64 bytes an entry. Not thread-safe.
 */
public final class HashTree {
    private static final int FIRST_HASHES = 16;

    private final TreeHasher hasher = new TreeHasher();
    private final List<Level> levels = new ArrayList<>();

    /** The roots of the complete subtrees of one height, side by side. */
    private static final class Level {
        private byte[] hashes = new byte[FIRST_HASHES * TreeHasher.BYTES];
        private int size;

        void add(byte[] hash) {
            if (size * TreeHasher.BYTES == hashes.length) {
                hashes = Arrays.copyOf(hashes, Math.multiplyExact(2, hashes.length));
            }

            System.arraycopy(hash, 0, hashes, size * TreeHasher.BYTES, TreeHasher.BYTES);
            size++;
        }

        byte[] hash(long index) {
            int from = Math.toIntExact(index) * TreeHasher.BYTES;
            return Arrays.copyOfRange(hashes, from, from + TreeHasher.BYTES);
        }
    }

    /** How many entries there are. */
    public long size() {
        return levels.isEmpty() ? 0 : levels.get(0).size;
    }

    /** Appends the hash of an entry. */
    public void append(byte[] leaf) {
        byte[] subtree = leaf;
        for (int height = 0; ; height++) {
            if (height == levels.size()) {
                levels.add(new Level());
            }

            Level level = levels.get(height);
            level.add(subtree);
            if (level.size % 2 == 1) {
                return;
            }

            subtree = hasher.node(level.hash(level.size - 2L), level.hash(level.size - 1L));
        }
    }

    /** The hash of an entry. */
    public byte[] leaf(long index) {
        return levels.get(0).hash(index);
    }

    /** The root of the first {@code size} entries. */
    public byte[] root(long size) {
        requireSize(size);
        return size == 0 ? hasher.empty() : hash(0, size);
    }

    /** That the entry at an index is in the tree of the first {@code size} entries. */
    public InclusionProof inclusion(long index, long size) {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No entry " + index + " in a tree of " + size);
        }

        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** That the tree of the first {@code to} entries begins with that of the first {@code from}. */
    public ConsistencyProof consistency(long from, long to) {
        requireSize(to);
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("No consistency from size " + from + " to size " + to);
        }

        List<byte[]> path = new ArrayList<>();
        if (from > 0 && from < to) {
            subproof(from, 0, to, /* known= */ true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private void path(long index, long low, long high, List<byte[]> path) {
        if (high - low == 1) {
            return;
        }

        long middle = low + split(high - low);
        if (index < middle) {
            path(index, low, middle, path);
            path.add(hash(middle, high));
        } else {
            path(index, middle, high, path);
            path.add(hash(low, middle));
        }
    }

    /** @param known whether the verifier has the root of this subtree already: that of the older tree */
    private void subproof(long from, long low, long high, boolean known, List<byte[]> path) {
        if (from == high) {
            if (!known) {
                path.add(hash(low, high));
            }
            return;
        }

        long middle = low + split(high - low);
        if (from <= middle) {
            subproof(from, low, middle, known, path);
            path.add(hash(middle, high));
        } else {
            subproof(from, middle, high, /* known= */ false, path);
            path.add(hash(low, middle));
        }
    }

    /** The hash of the entries from {@code low} until {@code high}, which are at least one. */
    private byte[] hash(long low, long high) {
        long size = high - low;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return levels.get(height).hash(low >> height);
        }

        long middle = low + split(size);
        return hasher.node(hash(low, middle), hash(middle, high));
    }

    /** The greatest power of two below a number from 2. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private void requireSize(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("No tree of size " + size + ": there are " + size() + " entries");
        }
    }
}
