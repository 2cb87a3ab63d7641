package com.opsatc.contract.quality;

import java.util.List;

/** The sentence of each code about a value of a row; its parameter is the column. */
final class ValueReasons {
    private static final String BEFORE = "time-before-";
    private static final String AFTER = "time-after-";
    private static final String SHIFTED =
            "; if the data are shifted in time, say which years they lie in, such as --set times=2100..2300";

    private ValueReasons() {}

    /** Null for a code that has none. */
    static String of(String code, List<String> parameters) {
        String column = parameters.isEmpty() ? "" : parameters.get(0);
        if (code.startsWith(BEFORE)) {
            return "time before " + code.substring(BEFORE.length()) + SHIFTED;
        }
        if (code.startsWith(AFTER)) {
            return "time after " + code.substring(AFTER.length()) + SHIFTED;
        }

        return switch (code) {
            case "type" ->
                "the text of column " + column
                        + " is not of its type or not in a format that the connector declares; see"
                        + " the formats with 'opsatc connectors show C', and where it has a setting for them, name the"
                        + " one that the export uses with --set";
            case "number" ->
                "column " + column
                        + " holds a number where a time is expected; say what it counts where the connector has a"
                        + " setting for it: epoch-s, epoch-ms, epoch-us or epoch-ns since 1970, excel or excel-1904"
                        + " for serial numbers of a spreadsheet, such as --set format=epoch-ms";
            case "zone" ->
                "column " + column
                        + " names a zone by an abbreviation that has several meanings or none; add the source with the"
                        + " zone that uses it (--zone America/Chicago for CST), or export times with an offset";
            case "required" ->
                "column " + column + " must have a value, and it is empty or a word that means unknown, such as NULL";
            default -> null;
        };
    }
}
