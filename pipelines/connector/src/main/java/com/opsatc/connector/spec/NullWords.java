package com.opsatc.connector.spec;

import com.opsatc.connector.text.Blanks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts of a column that mean "unknown", beside the empty one and blanks.
 *
 * <p>The word {@code usual} in a column's list stands for what exports write for a value that is not there, exactly as
 * written: {@code NULL}, {@code N/A}, {@code #N/A}, {@code NaN}, {@code -}, {@code ?} and their like. {@code NA} and {@code
 * none} are usual only where a column is not text: a text {@code NA} may be Namibia, and {@code none} an answer.
 */
public final class NullWords {
    /** Stands for the usual words in a column's list. */
    public static final String USUAL = "usual";

    private static final List<String> IN_TEXT = List.of(
            "NULL",
            "Null",
            "null",
            "(null)",
            "<null>",
            "[NULL]",
            "\\N",
            "N/A",
            "n/a",
            "#N/A",
            "#NV",
            "#NULL!",
            "NaN",
            "nan",
            "NaT",
            "None",
            "nil",
            "undefined",
            "-",
            "--",
            "?");
    private static final List<String> ELSEWHERE = List.of("NA", "<NA>", "none", "(none)", "NIL", "NAN", "N.A.", "n.a.");

    private final Set<String> words;
    private final int longest;

    private NullWords(Set<String> words) {
        this.words = words;
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Those of a column. */
    public static NullWords of(ColumnSpec column) {
        Set<String> words = new HashSet<>(column.nulls());
        if (words.remove(USUAL)) {
            words.addAll(usual(column.type()));
        }

        return new NullWords(words);
    }

    /** What {@code usual} stands for in a column of a type, in a fixed order. */
    public static List<String> usual(ColumnType type) {
        return type == ColumnType.STRING || type == ColumnType.LIST
                ? IN_TEXT
                : java.util.stream.Stream.concat(IN_TEXT.stream(), ELSEWHERE.stream())
                        .toList();
    }

    /** Whether a text means "unknown", whatever stands around it that cannot be seen. */
    public boolean mean(String text) {
        String stripped = Blanks.stripped(text);
        return stripped.isEmpty() || stripped.length() <= longest && words.contains(stripped);
    }
}
