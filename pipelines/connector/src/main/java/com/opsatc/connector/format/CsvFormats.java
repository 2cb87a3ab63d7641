package com.opsatc.connector.format;

import com.opsatc.connector.spec.Dialect;
import com.opsatc.connector.spec.StreamSpec;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds how a file is written from its first characters and what its stream declares. */
final class CsvFormats {
    private final StreamSpec stream;
    private final String head;
    private final Limits limits;

    CsvFormats(StreamSpec stream, String head, Limits limits) {
        this.stream = stream;
        this.head = head;
        this.limits = limits;
    }

    /** @throws RefusedFile when it has more columns than a file may */
    Header header(CSVRecord record) throws RefusedFile {
        if (record.size() > limits.columns()) {
            throw new RefusedFile(RefusedFile.TOO_MANY_COLUMNS, List.of(String.valueOf(record.size())));
        }

        return new Header(record.toList());
    }

    /**
     * The first of the delimiters under which the header holds every required column.
     *
     * @throws RefusedFile naming the missing column; nearest to it is a header under the delimiter that parts most
     */
    CSVFormat fitting(List<String> delimiters) throws IOException {
        Header widest = null;
        RefusedFile broken = null;
        for (String delimiter : delimiters) {
            CSVFormat format = format(delimiter, stream.dialect());
            try {
                Optional<Header> header = header(format);
                if (header.isEmpty()
                        || header.get().missing(stream.requiredHeaders()).isEmpty()) {
                    return format;
                }

                widest = widest == null || header.get().width() > widest.width() ? header.get() : widest;
            } catch (UncheckedIOException e) {
                broken = broken == null ? CsvDamage.of(e.getCause(), 0, 1) : broken;
            }
        }

        boolean notParted = widest == null || widest.width() == 1;
        if (notParted && broken != null) {
            throw broken;
        }

        widest.require(stream.requiredHeaders());
        throw new IllegalStateException("The widest header lacks a required column");
    }

    /**
     * Whether the rows end in a delimiter that the header has not: none of the first rows has as many fields as the header,
     * and all have one more, which is empty.
     */
    boolean rowsEndInADelimiter(CSVFormat format, int width) throws IOException {
        int rows = 0;
        try (CSVParser parser = parser(format)) {
            Iterator<CSVRecord> records = parser.iterator();
            CSVRecord before = null;
            while (records.hasNext()) {
                // The last one may be cut where the first characters end.
                if (before != null && isRow(before)) {
                    rows++;
                    if (!endsInADelimiter(before, width)) {
                        return false;
                    }
                }

                before = records.next();
            }

            boolean whole = head.endsWith("\n") || head.endsWith("\r");
            return whole && before != null && isRow(before) ? endsInADelimiter(before, width) : rows > 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Moves past what stands above the header. */
    void skipAbove(Iterator<CSVRecord> records) {
        for (int i = 0; i < stream.dialect().above() && records.hasNext(); i++) {
            records.next();
        }
    }

    private boolean isRow(CSVRecord record) {
        return record.getRecordNumber() > stream.dialect().above() + 1L;
    }

    static boolean endsInADelimiter(CSVRecord record, int width) {
        return record.size() == width + 1 && record.get(width).isEmpty();
    }

    private Optional<Header> header(CSVFormat format) throws IOException {
        try (CSVParser parser = parser(format)) {
            Iterator<CSVRecord> records = parser.iterator();
            skipAbove(records);
            return records.hasNext() ? Optional.of(header(records.next())) : Optional.empty();
        }
    }

    private CSVParser parser(CSVFormat format) throws IOException {
        return CSVParser.builder()
                .setFormat(format)
                .setReader(new StringReader(head))
                .get();
    }

    private static CSVFormat format(String delimiter, Dialect dialect) {
        CSVFormat.Builder format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter.equals("tab") ? "\t" : delimiter)
                .setQuote(dialect.quote().charAt(0))
                .setIgnoreEmptyLines(true);
        if (!dialect.escape().isEmpty()) {
            format.setEscape(dialect.escape().charAt(0));
        }

        return format.get();
    }
}
