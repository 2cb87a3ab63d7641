package com.opsatc.boundary.audit.tree;

import com.opsatc.contract.id.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The hashes of RFC 6962, section 2.1: SHA-256 of {@code 0x00} and an entry, of {@code 0x01} and two nodes, and of nothing for
 * the empty tree. The first byte is what keeps an inner node from being passed off as an entry. Not thread-safe.
 */
public final class TreeHasher {
    /** Bytes of a hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Sha256.digest();

    /** The hash of an entry. */
    public byte[] leaf(byte[] entry) {
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** The hash of a node with these two children. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the empty tree. */
    public byte[] empty() {
        return digest.digest();
    }

    /** Whether two hashes are equal; they are public, so that the time it takes tells nothing. */
    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}
