package com.opsatc.connector.format;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a table lies in a text: what parts its columns, and where its header stands.
 *
 * @param above records above the header
 */
record TableShape(String delimiter, int above) {
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|");
    private static final int RECORDS = 200;
    private static final int MOST_ABOVE = 20;

    /**
     * The delimiter that parts most records into one number of columns, of two that do the one with more columns; its header
     * is the first record of that width with a text in nearly every column. The first record is, where none is.
     *
     * @param separator a delimiter that the file names itself
     */
    static TableShape of(String head, Optional<String> separator) throws IOException {
        TableShape best = new TableShape(separator.orElse(DELIMITERS.get(0)), 0);
        long most = 0;
        for (String delimiter : separator.map(List::of).orElse(DELIMITERS)) {
            List<CSVRecord> records = records(head, delimiter);
            int width = usualWidth(records);
            Optional<Integer> header = header(records, width);
            long same = records.stream().filter(record -> fits(record, width)).count();
            long cells = width < 2 || header.isEmpty() ? 0 : same * (RECORDS + width) / Math.max(1, records.size());
            if (cells > most) {
                most = cells;
                best = new TableShape(delimiter, header.get());
            }
        }

        return best;
    }

    static CSVFormat format(String delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    }

    private static boolean fits(CSVRecord record, int width) {
        return record.size() == width || CsvFormats.endsInADelimiter(record, width);
    }

    private static Optional<Integer> header(List<CSVRecord> records, int width) {
        for (int i = 0; i < Math.min(MOST_ABOVE, records.size()); i++) {
            CSVRecord record = records.get(i);
            long filled = record.stream().filter(text -> !text.isBlank()).count();
            boolean nearly = filled * 3 >= width * 2L;
            // Rows may end in a delimiter that the header has not.
            if (nearly && (record.size() == width || record.size() == width - 1 && i == 0)) {
                return Optional.of(i);
            }
        }

        return Optional.empty();
    }

    private static int usualWidth(List<CSVRecord> records) {
        Map<Integer, Integer> counts = new TreeMap<>();
        records.forEach(record -> counts.merge(record.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .reduce((first, second) -> second.getValue() > first.getValue() ? second : first)
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** The first records, without the last of them where the text ends: it may be cut. */
    private static List<CSVRecord> records(String head, String delimiter) throws IOException {
        List<CSVRecord> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setFormat(format(delimiter))
                .setReader(new StringReader(head))
                .get()) {
            Iterator<CSVRecord> all = parser.iterator();
            while (records.size() < RECORDS && all.hasNext()) {
                records.add(all.next());
            }
        } catch (UncheckedIOException e) {
            // Under a delimiter that is not the file's, its quotes stand in wrong places.
            return records;
        }

        return records;
    }
}
