package com.opsatc.connector.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns that a {@code CREATE TABLE} statement names, as SQLite keeps it.
 *
 * @param rowid the place of the column that is another name for the row's number, an {@code INTEGER PRIMARY KEY}; -1 for none
 */
record SqliteColumns(List<String> names, int rowid, boolean withoutRowid) {
    private static final Pattern NAME = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")*)\"|`((?:[^`]|``)*)`|\\[([^\\]]*)]|'((?:[^']|'')*)'|([^\\s(,]+))(.*)",
            Pattern.DOTALL);
    private static final Pattern CONSTRAINT = Pattern.compile(
            "\\s*(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW_NUMBER = Pattern.compile(
            "\\s+INTEGER\\s+(CONSTRAINT\\s+\\S+\\s+)?PRIMARY\\s+KEY\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    SqliteColumns {
        names = List.copyOf(names);
    }

    static SqliteColumns of(String statement) {
        int open = opening(statement);
        if (open < 0) {
            return new SqliteColumns(List.of(), -1, false);
        }

        List<String> parts = new ArrayList<>();
        int end = split(statement, open + 1, parts);
        List<String> names = new ArrayList<>();
        int rowid = -1;
        for (String part : parts) {
            Matcher name = NAME.matcher(part);
            if (CONSTRAINT.matcher(part).matches() || !name.matches()) {
                continue;
            }
            if (ROW_NUMBER.matcher(name.group(6)).matches()) {
                rowid = names.size();
            }

            names.add(unquoted(name));
        }

        String after =
                statement.substring(Math.min(end + 1, statement.length())).toUpperCase(Locale.ROOT);
        return new SqliteColumns(names, rowid, after.matches("(?s).*\\bWITHOUT\\s+ROWID\\b.*"));
    }

    private static String unquoted(Matcher name) {
        if (name.group(1) != null) {
            return name.group(1).replace("\"\"", "\"");
        }
        if (name.group(2) != null) {
            return name.group(2).replace("``", "`");
        }
        if (name.group(3) != null) {
            return name.group(3);
        }

        return name.group(4) != null ? name.group(4).replace("''", "'") : name.group(5);
    }

    /** Where the list of columns opens, quoted names before it left aside. */
    private static int opening(String statement) {
        char quote = 0;
        for (int i = 0; i < statement.length(); i++) {
            char letter = statement.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '(') {
                return i;
            } else {
                quote = quoting(letter);
            }
        }

        return -1;
    }

    /** Cuts at the commas that stand in no bracket and no quote; gives where the list closes. */
    private static int split(String statement, int from, List<String> parts) {
        char quote = 0;
        int depth = 0;
        int start = from;
        for (int i = from; i < statement.length(); i++) {
            char letter = statement.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == ',' && depth == 0) {
                parts.add(statement.substring(start, i));
                start = i + 1;
            } else if (letter == ')' && depth-- == 0) {
                parts.add(statement.substring(start, i));
                return i;
            } else {
                depth += letter == '(' ? 1 : 0;
                quote = quoting(letter);
            }
        }

        return statement.length();
    }

    private static char quoting(char letter) {
        return letter == '"' || letter == '\'' || letter == '`' ? letter : letter == '[' ? ']' : 0;
    }
}
