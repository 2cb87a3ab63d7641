package com.opsatc.connector.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first rows of a table in a text file whose dialect nobody declared.
 *
 * @param delimiter the usual one that parts the first line into most columns
 * @param rows without those whose width is not the header's
 */
public record TableSample(String delimiter, List<String> header, List<List<String>> rows) {
    private static final int HEAD = 1 << 18;
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");

    public TableSample {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * @param content UTF-8, decompressed
     * @param limit of rows
     * @throws RefusedFile when it is no table
     */
    public static TableSample read(InputStream content, int limit) throws IOException {
        try (Characters characters = new Characters(content, "UTF-8")) {
            Optional<String> separator = characters.separatorLine();
            String head = characters.peek(HEAD);
            String delimiter = separator.orElse(DELIMITERS.get(0));
            for (String candidate : separator.isPresent() ? List.<String>of() : DELIMITERS) {
                delimiter = width(head, candidate) > width(head, delimiter) ? candidate : delimiter;
            }

            try (CSVParser parser = CSVParser.builder()
                    .setFormat(format(delimiter))
                    .setReader(characters)
                    .get()) {
                return sample(delimiter, parser.iterator(), characters, limit);
            }
        } catch (UncheckedIOException e) {
            throw RefusedFile.of(e);
        }
    }

    private static TableSample sample(String delimiter, Iterator<CSVRecord> records, Characters characters, int limit) {
        List<String> header = records.hasNext() ? records.next().toList() : List.of();
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < limit && records.hasNext()) {
            CSVRecord record = records.next();
            characters.recordDone();
            if (record.size() == header.size()) {
                rows.add(record.toList());
            }
        }

        return new TableSample(delimiter, header, rows);
    }

    private static int width(String head, String delimiter) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setFormat(format(delimiter))
                .setReader(new StringReader(head))
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? records.next().size() : 0;
        }
    }

    private static CSVFormat format(String delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    }
}
