package com.opsatc.boundary.audit.tree;

import java.util.List;

/**
 * That a tree only grew: that the larger begins with all entries of the smaller (RFC 6962, section 2.1.2).
 *
 * @param from size of the smaller tree
 * @param to size of the larger tree
 * @param hashes none for trees of one size, and from the empty tree, of which nothing need be proved
 */
public record ConsistencyProof(long from, long to, List<byte[]> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether it proves it for trees with these roots, by the algorithm of RFC 9162, section 2.1.4.2. */
    public boolean holds(byte[] fromRoot, byte[] toRoot) {
        if (from < 0 || from > to) {
            return false;
        }

        if (from == to || from == 0) {
            boolean known = from == to
                    ? TreeHasher.same(fromRoot, toRoot)
                    : TreeHasher.same(fromRoot, new TreeHasher().empty());
            return hashes.isEmpty() && known;
        }

        return !hashes.isEmpty() && leads(fromRoot, toRoot);
    }

    private boolean leads(byte[] fromRoot, byte[] toRoot) {
        // A smaller tree that is one complete subtree is the first node of the path itself.
        boolean complete = Long.bitCount(from) == 1;
        List<byte[]> above = complete ? hashes : hashes.subList(1, hashes.size());
        long node = (from - 1) >> Long.numberOfTrailingZeros(from);
        long last = (to - 1) >> Long.numberOfTrailingZeros(from);
        TreeHasher hasher = new TreeHasher();
        byte[] smaller = complete ? fromRoot : hashes.get(0);
        byte[] larger = smaller;
        for (byte[] hash : above) {
            if (last == 0) {
                return false;
            }

            if ((node & 1) == 1 || node == last) {
                smaller = hasher.node(hash, smaller);
                larger = hasher.node(hash, larger);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                larger = hasher.node(larger, hash);
            }
            node >>= 1;
            last >>= 1;
        }

        return last == 0 && TreeHasher.same(smaller, fromRoot) && TreeHasher.same(larger, toRoot);
    }
}
