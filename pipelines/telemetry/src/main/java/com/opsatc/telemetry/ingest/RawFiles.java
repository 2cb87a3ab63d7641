package com.opsatc.telemetry.ingest;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.IngestInventory;
import com.opsatc.telemetry.input.InputFile;
import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.tenancy.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The raw lines of the spool, and how long they stay: seven days after the ingest that decided on the last of them, and after
 * the last change of their file.
 *
 * <p>Guarantee: only what lies in the spool itself is deleted, never what a link in it names, a file that is still written or
 * empty, or one of which a record may still count: its bytes are those that an ingest read more than seven days before, and no
 * record in it is of a day that was not committed with that ingest. A file that cannot be read has no such ingest and stays.
 * Limit: a record dated later than tomorrow is of a wrong clock, and does not keep its file.
 */
public final class RawFiles {
    private static final int KEPT_DAYS = 7;

    private final Path spool;
    private final Manifest manifest;
    private final ExactDays exact;

    public RawFiles(Path spool, Manifest manifest, ExactDays exact) {
        this.spool = requireNonNull(spool, "spool");
        this.manifest = requireNonNull(manifest, "manifest");
        this.exact = requireNonNull(exact, "exact");
    }

    /**
     * What became of the files of the spool.
     *
     * @param deleted files
     * @param kept files, for whatever reason, those that are still written included
     */
    public record Retention(long deleted, long kept) {}

    /**
     * Deletes the files whose time is over; one that cannot be looked at or deleted is kept, and fails nothing.
     *
     * @param today the UTC day
     */
    public Retention deleteCounted(LocalDate today) {
        SortedMap<FileMark, LocalDate> decided = exact.readLongAgo(today);
        long deleted = 0;
        long kept = 0;
        for (Path file : files()) {
            if (deleteIfOver(file, decided, today)) {
                deleted++;
            } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                kept++;
            }
        }
        return new Retention(deleted, kept);
    }

    private List<Path> files() {
        try (Stream<Path> entries = Files.list(spool)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file was over and is deleted now. */
    boolean deleteIfOver(Path file, SortedMap<FileMark, LocalDate> decided, LocalDate today) {
        if (file.toString().endsWith(Home.OPEN_SPOOL_FILE)) {
            return false;
        }

        try {
            State seen = State.of(file);
            return seen.isOld(today) && isOver(file, decided, today) && deleteUnchanged(file, seen);
        } catch (IOException | PipelineException e) {
            // The days are committed: a file that is gone or unreadable is no reason to call the ingest failed.
            return false;
        }
    }

    private boolean isOver(Path path, SortedMap<FileMark, LocalDate> decided, LocalDate today) {
        return IngestInventory.of(List.of(path), List.of()).files().stream().anyMatch(file -> {
            LocalDate through = decided.get(file.mark());
            return through != null && lastDay(file, today.plusDays(1)) <= through.toEpochDay();
        });
    }

    /** The last day up to a given one of which the file holds a record, as days since 1970; -1 when it holds none. */
    private int lastDay(InputFile file, LocalDate latest) {
        LastDay last = new LastDay(latest);
        new OtlpLines(manifest).read(file.whole(), last);
        return last.day;
    }

    /** Deletes a file unless it changed since it was looked at; whether it did. */
    static boolean deleteUnchanged(Path file, State seen) throws IOException {
        return State.of(file).equals(seen) && Files.deleteIfExists(file);
    }

    /** By what a file that somebody writes is told from one that nobody does. */
    record State(long bytes, FileTime changed) {
        static State of(Path file) throws IOException {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new State(found.size(), found.lastModifiedTime());
        }

        boolean isOld(LocalDate today) {
            LocalDate day = LocalDate.ofInstant(changed.toInstant(), ZoneOffset.UTC);
            return bytes > 0 && day.plusDays(KEPT_DAYS).isBefore(today);
        }
    }

    private static final class LastDay implements ObservationSink {
        private final LocalDate latest;
        private int day = -1;

        private LastDay(LocalDate latest) {
            this.latest = latest;
        }

        @Override
        public void line(boolean seenBefore) {}

        @Override
        public void observed(Observation observation) {
            int found = observation.origin().day();
            day = found > latest.toEpochDay() ? day : Math.max(day, found);
        }

        @Override
        public void refused(Refusal reason, long count) {}
    }
}
