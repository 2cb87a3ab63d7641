package com.opsatc.connector.format;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVException;

/** What a failure of the CSV parser means, with the place where the broken record begins. */
final class CsvDamage {
    private static final String OPEN = "EOF reached";

    private CsvDamage() {}

    /**
     * @param row of the record that failed, 0 for the header
     * @param line of the file in which it begins
     */
    static RefusedFile of(IOException cause, long row, long line) {
        RefusedFile known = RefusedFile.of(cause);
        List<String> place = List.of(String.valueOf(row), String.valueOf(line));
        String code = known.reason();
        if (cause instanceof CSVException) {
            code = String.valueOf(cause.getMessage()).contains(OPEN)
                    ? RefusedFile.QUOTE_NOT_CLOSED
                    : RefusedFile.BROKEN_QUOTE;
        } else if (!code.equals(RefusedFile.RECORD_TOO_LONG)) {
            return known;
        }

        RefusedFile refused = new RefusedFile(code, place);
        refused.initCause(cause);
        return refused;
    }
}
