package com.opsatc.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes made-up extracts as a system of record would deliver them: a row for each event, with names and instants as text. */
final class Extract {
    static final long SEED = 20_260_101;
    private static final String HEADER = "case,activity,at\n";

    private Extract() {}

    /** Writes cases {@code 0} to {@code cases - 1} to a folder; returns how many events they have. */
    static long write(Path folder, ExtractFormat format, long cases) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(format.file());
        if (format == ExtractFormat.XES) {
            return xes(file, cases);
        }

        Path csv = format == ExtractFormat.CSV ? file : folder.resolveSibling("log-for-parquet.csv");
        long events = csv(csv, cases);
        if (format == ExtractFormat.PARQUET) {
            toParquet(csv, file);
            Files.delete(csv);
        }

        return events;
    }

    private static long csv(Path file, long cases) throws IOException {
        EventLogGenerator generator = new EventLogGenerator(SEED);
        long[] events = new long[1];
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (long key = 0; key < cases; key++) {
                generator.generate(key, (caseKey, position, last, activity, us) -> {
                    line(out, caseKey, activity, us);
                    events[0]++;
                });
            }
        }
        return events[0];
    }

    /**
     * Writes what a night brings: one more event for one case in a hundred, nine of ten of them among the latest twentieth by start.
     */
    static long night(Path folder, long cases) throws IOException {
        long[] starts = new long[Math.toIntExact(cases)];
        long[] ends = new long[starts.length];
        EventLogGenerator generator = new EventLogGenerator(SEED);
        for (int key = 0; key < starts.length; key++) {
            int at = key;
            generator.generate(key, (caseKey, position, last, activity, us) -> {
                starts[at] = position == 0 ? us : starts[at];
                ends[at] = us;
            });
        }

        long[] sorted = starts.clone();
        java.util.Arrays.sort(sorted);
        long latest = sorted[(int) (cases - 1 - cases / 20)];
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("night.csv"))) {
            out.write(HEADER);
            for (int key = 0; key < starts.length; key++) {
                // 18 of 100 of the latest twentieth are 0.9 of a hundredth of all; 1 of 950 of the rest are 0.1 of it.
                boolean changed = starts[key] > latest ? key % 100 < 18 : key % 950 == 0;
                if (changed) {
                    line(out, key, EventLogGenerator.ACTIVITIES - 1, ends[key] + 3_600_000_000L);
                    written++;
                }
            }
        }
        return written;
    }

    private static void line(BufferedWriter out, long caseKey, int activity, long us) {
        try {
            out.write("C" + caseKey + ",A" + activity + "," + instant(us) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long xes(Path file, long cases) throws IOException {
        EventLogGenerator generator = new EventLogGenerator(SEED);
        long[] events = new long[1];
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n");
            for (long key = 0; key < cases; key++) {
                out.write("<trace><string key=\"concept:name\" value=\"C" + key + "\"/>\n");
                generator.generate(key, (caseKey, position, last, activity, us) -> {
                    event(out, activity, us);
                    events[0]++;
                });
                out.write("</trace>\n");
            }
            out.write("</log>\n");
        }
        return events[0];
    }

    private static void event(BufferedWriter out, int activity, long us) {
        try {
            out.write("<event><string key=\"concept:name\" value=\"A" + activity + "\"/><date key=\"time:timestamp\""
                    + " value=\"" + instant(us) + "\"/></event>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }

    private static void toParquet(Path csv, Path parquet) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + csv + "', all_varchar = true)) TO '" + parquet
                    + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write the extract as Parquet", e);
        }
    }
}
