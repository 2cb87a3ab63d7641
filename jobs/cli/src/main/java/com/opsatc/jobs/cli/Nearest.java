package com.opsatc.jobs.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The known names that a mistyped one may have meant: those at the least edit distance, at most a third of its length. */
final class Nearest {
    private static final int MOST = 2;

    private Nearest() {}

    /** The nearest options or verbs of the command that did not know an argument. */
    static List<String> of(UnmatchedArgumentException failure) {
        CommandSpec spec = failure.getCommandLine().getCommandSpec();
        String wrong = failure.getUnmatched().get(0);
        List<String> known = new ArrayList<>();
        if (wrong.startsWith("-")) {
            for (OptionSpec option : spec.options()) {
                known.add(option.longestName());
            }
        } else {
            known.addAll(spec.subcommands().keySet());
        }

        return of(wrong.replaceFirst("=.*", ""), known);
    }

    /** At most two names, nearest first, ties by name; empty when none is near. */
    static List<String> of(String wrong, Collection<String> known) {
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
