package com.opsatc.boundary.audit.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A tree that is only appended to and asked for its root: it keeps the roots of its complete subtrees, at most one for each bit
 * of the size, whatever the number of entries. Not thread-safe.
 */
public final class TreeFrontier {
    private final TreeHasher hasher = new TreeHasher();
    private final Deque<byte[]> complete = new ArrayDeque<>(); // the smallest first
    private long size;

    /** How many entries there are. */
    public long size() {
        return size;
    }

    /** Appends the hash of an entry. */
    public void append(byte[] leaf) {
        byte[] subtree = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            subtree = hasher.node(complete.pop(), subtree);
        }
        complete.push(subtree);
        size++;
    }

    /** The root of all that was appended so far. */
    public byte[] root() {
        Iterator<byte[]> subtrees = complete.iterator();
        if (!subtrees.hasNext()) {
            return hasher.empty();
        }

        byte[] root = subtrees.next();
        while (subtrees.hasNext()) {
            root = hasher.node(subtrees.next(), root);
        }
        return root;
    }
}
