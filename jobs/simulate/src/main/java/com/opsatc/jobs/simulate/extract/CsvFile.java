package com.opsatc.jobs.simulate.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file: comma, quotes where needed, UTF-8, a header of column names. */
record CsvFile(List<String> columns, List<List<String>> rows, LineEnd lineEnd) {
    void write(Path file) {
        write(file, bytes());
    }

    void writeGzip(Path file) {
        write(file, gzip(bytes()));
    }

    /** Compressed, then cut: only that share of its bytes arrived. */
    void writeCutGzip(Path file, double share) {
        byte[] whole = gzip(bytes());
        write(file, Arrays.copyOf(whole, Math.max(20, (int) (whole.length * share))));
    }

    private byte[] bytes() {
        StringBuilder text = new StringBuilder();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setRecordSeparator(lineEnd.text()).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(columns);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        return text.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        return compressed.toByteArray();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the simulated extract " + file.getFileName()
                            + ": check the free space and rights of its folder",
                    e);
        }
    }
}
