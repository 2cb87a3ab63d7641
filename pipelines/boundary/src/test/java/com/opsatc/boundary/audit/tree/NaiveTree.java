package com.opsatc.boundary.audit.tree;

import com.opsatc.contract.id.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, section 2.1, word for word, over a list of entries' hashes: nothing is kept, all is computed. */
final class NaiveTree {
    private NaiveTree() {}

    static byte[] root(List<byte[]> leaves) {
        MessageDigest digest = Sha256.digest();
        if (leaves.isEmpty()) {
            return digest.digest();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }

        int k = split(leaves.size());
        digest.update((byte) 1);
        digest.update(root(leaves.subList(0, k)));
        return digest.digest(root(leaves.subList(k, leaves.size())));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(int m, List<byte[]> leaves) {
        List<byte[]> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = split(leaves.size());
            List<byte[]> left = leaves.subList(0, k);
            List<byte[]> right = leaves.subList(k, leaves.size());
            path.addAll(m < k ? path(m, left) : path(m - k, right));
            path.add(root(m < k ? right : left));
        }
        return path;
    }

    /** SUBPROOF(m, D[n], b). */
    static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        List<byte[]> path = new ArrayList<>();
        if (m == leaves.size()) {
            if (!known) {
                path.add(root(leaves));
            }
            return path;
        }

        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        path.addAll(m <= k ? subproof(m, left, known) : subproof(m - k, right, false));
        path.add(root(m <= k ? right : left));
        return path;
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }
}
