package com.opsatc.connector.format;

import com.opsatc.connector.spec.StreamSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Records of a CSV file: RFC 4180 quoting or a declared escape, line ends LF, CRLF or CR, line ends inside quotes. Lines
 * without a character are no records, nor is a first line {@code sep=;}, whose delimiter is then the file's, nor what the
 * stream declares to stand above the header; a file without a character has none, and needs no header. Where all rows end in
 * a delimiter that the header has not, that is no field.
 */
final class CsvReader implements RecordReader {
    private static final int HEAD = 1 << 18;

    private final Characters characters;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private final int[] positions;
    private final long linesBefore;
    private final boolean endInDelimiter;
    private final char quote;
    private final boolean escapes;
    private CSVRecord current;
    private long row;

    CsvReader(InputStream content, StreamSpec stream, List<String> wanted) throws IOException {
        this(content, stream, wanted, Limits.USUAL);
    }

    CsvReader(InputStream content, StreamSpec stream, List<String> wanted, Limits limits) throws IOException {
        characters = new Characters(content, stream.dialect().encoding(), limits);
        Optional<String> separator = characters.separatorLine();
        linesBefore = separator.isPresent() ? 1 : 0;
        CsvFormats formats = new CsvFormats(stream, characters.peek(HEAD), limits);
        CSVFormat format =
                formats.fitting(separator.map(List::of).orElse(stream.dialect().delimiter()));
        quote = stream.dialect().quote().charAt(0);
        escapes = !stream.dialect().escape().isEmpty();
        parser = CSVParser.builder().setFormat(format).setReader(characters).get();
        records = parser.iterator();
        above(formats);
        header = hasNext() ? formats.header(records.next()) : new Header(wanted);
        positions = header.positions(wanted);
        endInDelimiter = formats.rowsEndInADelimiter(format, header.width());
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
        boolean fits = endInDelimiter
                ? CsvFormats.endsInADelimiter(current, header.width())
                : current.size() == header.width();
        if (!fits) {
            return Optional.of(RAGGED);
        }

        return !escapes && escapedQuote() ? Optional.of(ESCAPED_QUOTE) : Optional.empty();
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

    private void above(CsvFormats formats) throws IOException {
        if (hasNext()) {
            formats.skipAbove(records);
        }
    }

    private boolean escapedQuote() {
        for (int i = 0; i + 1 < current.size(); i++) {
            if (current.get(i).endsWith("\\") && current.get(i + 1).indexOf(quote) >= 0) {
                return true;
            }
        }

        return false;
    }

    private boolean hasNext() throws IOException {
        long line = linesBefore + parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw CsvDamage.of(e.getCause(), header == null ? 0 : row + 1, line);
        }
    }
}
