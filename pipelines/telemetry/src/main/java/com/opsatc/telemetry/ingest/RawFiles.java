package com.opsatc.telemetry.ingest;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.InputFile;
import com.opsatc.telemetry.input.Inventory;
import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.OtlpLines;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.tenancy.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The raw lines of the spool, and how long they stay: seven days after the ingest that decided on the last of them.
 *
 * <p>Guarantee: only what lies in the spool itself is deleted, never what a link in it names, a file that is still written, or
 * one of which a record may still count: its bytes are those that an ingest read more than seven days before, and no
 * record in it is of a day that was not committed with that ingest. A file that cannot be read has no such ingest and stays.
 */
public final class RawFiles {
    private final Path spool;
    private final Manifest manifest;
    private final ExactDays exact;

    public RawFiles(Path spool, Manifest manifest, ExactDays exact) {
        this.spool = requireNonNull(spool, "spool");
        this.manifest = requireNonNull(manifest, "manifest");
        this.exact = requireNonNull(exact, "exact");
    }

    /**
     * Deletes the files whose time is over.
     *
     * @param today the UTC day
     * @return how many files
     * @throws PipelineException (store) when a file cannot be deleted
     */
    public long deleteCounted(LocalDate today) {
        SortedMap<FileMark, LocalDate> decided = exact.readLongAgo(today);
        List<Path> over = decided.isEmpty()
                ? List.of()
                : files().stream().filter(file -> isOver(file, decided)).toList();
        over.forEach(RawFiles::delete);
        return over.size();
    }

    private List<Path> files() {
        try (Stream<Path> entries = Files.list(spool)) {
            return entries.filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().endsWith(Home.OPEN_SPOOL_FILE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOver(Path path, SortedMap<FileMark, LocalDate> decided) {
        return Inventory.of(List.of(path), List.of()).files().stream().anyMatch(file -> {
            LocalDate through = decided.get(file.mark());
            return through != null && lastDay(file) <= through.toEpochDay();
        });
    }

    /** The last day of which the file holds a record, as days since 1970; -1 when it holds none. */
    private int lastDay(InputFile file) {
        LastDay last = new LastDay();
        new OtlpLines(manifest).read(file.whole(), last);
        return last.day;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot delete telemetry file " + file
                            + ": the folder refuses it; delete it by hand, all of it is counted",
                    e);
        }
    }

    private static final class LastDay implements ObservationSink {
        private int day = -1;

        @Override
        public void line(boolean seenBefore) {}

        @Override
        public void observed(Observation observation) {
            day = Math.max(day, observation.origin().day());
        }

        @Override
        public void refused(Refusal reason, long count) {}
    }
}
