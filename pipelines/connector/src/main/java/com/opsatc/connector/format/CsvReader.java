package com.opsatc.connector.format;

import com.opsatc.connector.Dialect;
import com.opsatc.connector.StreamSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Records of a CSV file: RFC 4180 quoting, line ends LF, CRLF or CR, line ends inside quotes. Lines without a character
 * are no records; a file without a character has none, and needs no header.
 */
final class CsvReader implements RecordReader {
    private static final int HEAD = 1 << 18;

    private final Characters characters;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private final int[] positions;
    private CSVRecord current;
    private long row;

    CsvReader(InputStream content, StreamSpec stream, List<String> wanted) throws IOException {
        characters = new Characters(content, stream.dialect().encoding());
        String head = characters.peek(HEAD);
        CSVFormat format = format(head, stream);
        parser = CSVParser.builder().setFormat(format).setReader(characters).get();
        records = parser.iterator();
        header = new Header(hasNext() ? records.next().toList() : wanted);
        positions = header.positions(wanted);
    }

    @Override
    public boolean next() throws IOException {
        characters.recordDone();
        if (!hasNext()) {
            return false;
        }

        current = records.next();
        row++;
        return true;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public Optional<String> fault() {
        return current.size() == header.width() ? Optional.empty() : Optional.of(RAGGED);
    }

    @Override
    public Optional<String> text(int column) {
        int position = positions[column];
        return position < 0 || position >= current.size() ? Optional.empty() : Optional.of(current.get(position));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The first declared delimiter under which the header holds every required column. */
    private static CSVFormat format(String head, StreamSpec stream) throws IOException {
        String missing = null;
        for (String delimiter : stream.dialect().delimiter()) {
            CSVFormat format = format(delimiter, stream.dialect());
            Optional<Header> header = header(head, format);
            Optional<String> lacks = header.flatMap(names -> names.missing(stream.requiredHeaders()));
            if (lacks.isEmpty()) {
                return format;
            }

            missing = missing == null ? lacks.get() : missing;
        }

        throw new RefusedFile(RefusedFile.MISSING_COLUMN + ":" + missing);
    }

    private static Optional<Header> header(String head, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setFormat(format)
                .setReader(new StringReader(head))
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? Optional.of(new Header(records.next().toList())) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CSVFormat format(String delimiter, Dialect dialect) {
        String character = delimiter.equals("tab") ? "\t" : delimiter;
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(character)
                .setQuote(dialect.quote().charAt(0))
                .setIgnoreEmptyLines(true)
                .get();
    }
}
