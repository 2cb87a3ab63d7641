package com.opsatc.jobs.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads written extracts back, as a second way to what they hold. */
final class Extracts {
    private final Path folder;

    Extracts(Path folder) {
        this.folder = folder;
    }

    /** Rows of the two good files of a table, in order, repetitions included. */
    List<Map<String, String>> rows(String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>(read(Files.newInputStream(folder.resolve(table + "_1.csv"))));
        rows.addAll(read(new GZIPInputStream(Files.newInputStream(folder.resolve(table + "_2.csv.gz")))));
        return rows;
    }

    /** Each row once. */
    List<Map<String, String>> distinct(String table) throws IOException {
        return List.copyOf(new LinkedHashSet<>(rows(table)));
    }

    private static List<Map<String, String>> read(InputStream in) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                in,
                UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }
}
