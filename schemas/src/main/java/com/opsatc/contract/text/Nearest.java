package com.opsatc.contract.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The known names that a mistyped one may have meant: those at the least edit distance, at most a third of its length. */
public final class Nearest {
    private static final int MOST = 2;
    /** Longer than any name of ours: what is longer was not mistyped, and comparing it would cost more than it tells. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /** At most two names, nearest first, ties by name; empty when none is near. */
    public static List<String> of(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return List.of();
        }

        int limit = Math.max(1, wrong.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> distance(wrong, name) <= limit)
                .sorted(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Levenshtein distance in UTF-16 units. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }

        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }

        return row[b.length()];
    }
}
