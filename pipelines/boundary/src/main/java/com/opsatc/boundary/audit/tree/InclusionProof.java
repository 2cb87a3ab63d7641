package com.opsatc.boundary.audit.tree;

import java.util.List;
import java.util.Optional;

/**
 * That an entry is in a tree (RFC 6962, section 2.1.1).
 *
 * @param index of the entry, from 0
 * @param size of the tree
 * @param hashes from the entry's sibling up to the root's child
 */
public record InclusionProof(long index, long size, List<byte[]> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * The root of the tree that the proof and the entry's hash lead to, by the algorithm of RFC 9162, section 2.1.3.2; empty when
     * the proof has not the length that index and size ask for.
     */
    public Optional<byte[]> root(byte[] leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }

        TreeHasher hasher = new TreeHasher();
        long node = index;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] hash : hashes) {
            if (last == 0) {
                return Optional.empty();
            }

            if ((node & 1) == 1 || node == last) {
                root = hasher.node(hash, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = hasher.node(root, hash);
            }
            node >>= 1;
            last >>= 1;
        }

        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Whether an entry of this hash is at the index in the tree with this root. */
    public boolean holds(byte[] leaf, byte[] expectedRoot) {
        return root(leaf).filter(root -> TreeHasher.same(root, expectedRoot)).isPresent();
    }
}
