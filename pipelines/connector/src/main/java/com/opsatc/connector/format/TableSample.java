package com.opsatc.connector.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first rows of a table in a text file whose dialect nobody declared.
 *
 * @param delimiter the usual one that parts most rows into as many columns as the header has
 * @param above how many records stand above the header, such as a title
 * @param rows without those whose width is not the header's
 */
public record TableSample(String delimiter, int above, List<String> header, List<List<String>> rows) {
    private static final int HEAD = 1 << 18;

    public TableSample {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * @param content decompressed
     * @param encoding name of its character set
     * @param limit of rows
     * @throws RefusedFile when it is no table
     */
    public static TableSample read(InputStream content, String encoding, int limit) throws IOException {
        try (Characters characters = new Characters(content, encoding)) {
            Optional<String> separator = characters.separatorLine();
            TableShape shape = TableShape.of(characters.peek(HEAD), separator);
            try (CSVParser parser = CSVParser.builder()
                    .setFormat(TableShape.format(shape.delimiter()))
                    .setReader(characters)
                    .get()) {
                return sample(shape, parser.iterator(), characters, limit);
            }
        } catch (UncheckedIOException e) {
            throw RefusedFile.of(e);
        }
    }

    /** The texts of columns, those of a row with a blank between, and none where one of them is empty. */
    public List<String> texts(List<String> headers) {
        List<Integer> places = headers.stream().map(header::indexOf).toList();
        return rows.stream()
                .map(row -> places.stream().map(row::get).toList())
                .map(texts -> texts.stream().anyMatch(String::isBlank) ? "" : String.join(" ", texts))
                .toList();
    }

    private static TableSample sample(TableShape shape, Iterator<CSVRecord> records, Characters characters, int limit) {
        List<String> header = List.of();
        for (int i = 0; i <= shape.above() && records.hasNext(); i++) {
            header = records.next().toList();
        }

        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < limit && records.hasNext()) {
            CSVRecord record = records.next();
            characters.recordDone();
            boolean trailing = CsvFormats.endsInADelimiter(record, header.size());
            if (record.size() == header.size() || trailing) {
                rows.add(record.toList().subList(0, header.size()));
            }
        }

        return new TableSample(shape.delimiter(), shape.above(), header, rows);
    }
}
