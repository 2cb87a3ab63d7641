package com.opsatc.telemetry.publish;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The release as files: {@code days/<day>/release.parquet} and {@code cell.parquet}, written once, and beside them what is
 * computed from these alone.
 *
 * <p>Guarantee: a day is there with both files, durably, or not there at all; a day that is there is never changed, and
 * publishing other bytes for it is refused. What is computed is replaced as a whole, file by file.
 */
public final class ReleaseFolder {
    private static final String DAYS = "days";
    private static final String RELEASE = "release.parquet";
    private static final String CELL = "cell.parquet";
    private static final String VIEW_WINDOW = "view_window.parquet";
    private static final String LEDGER_PUBLIC = "ledger_public.parquet";

    private final Path root;
    private final Path days;

    private ReleaseFolder(Path root) {
        this.root = root;
        this.days = root.resolve(DAYS);
    }

    /** @param root private to its owner; made when it is missing */
    public static ReleaseFolder open(Path root) {
        return new ReleaseFolder(PrivateDirectory.create(requireNonNull(root, "root")));
    }

    public Path root() {
        return root;
    }

    /** Published days, ascending. */
    public List<LocalDate> days() {
        if (!Files.isDirectory(days, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }

        try (Stream<Path> found = Files.list(days)) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .map(LocalDate::parse)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean published(LocalDate day) {
        return Files.isDirectory(folder(day), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Publishes a day; the same day again changes nothing.
     *
     * @throws PipelineException (policy) when the day is there with other bytes
     */
    public void publish(PublishedDay day) {
        byte[] release = ReleaseTable.TABLE.bytes(day.release());
        byte[] cells = CellTable.TABLE.bytes(day.cells());
        if (!published(day.day()) && moved(day.day(), release, cells)) {
            return;
        }

        Path folder = folder(day.day());
        if (!Arrays.equals(release, bytes(folder.resolve(RELEASE)))
                || !Arrays.equals(cells, bytes(folder.resolve(CELL)))) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot publish telemetry of " + day.day()
                            + ": the day is published with other figures, and a release is never changed; leave it as it"
                            + " is");
        }
    }

    /** @throws PipelineException (store) when the day is not there, or a file of it is missing or damaged */
    public PublishedDay read(LocalDate day) {
        Path folder = folder(day);
        return new PublishedDay(
                day,
                ReleaseTable.TABLE.read(folder.resolve(RELEASE), ReleaseTable::row),
                CellTable.TABLE.read(folder.resolve(CELL), CellTable::row));
    }

    /** Replaces {@code view_window.parquet}. */
    public void replaceWindows(List<WindowRow> rows) {
        replace(VIEW_WINDOW, WindowTable.TABLE.bytes(rows));
    }

    public List<WindowRow> windows() {
        return WindowTable.TABLE.read(root.resolve(VIEW_WINDOW), WindowTable::row);
    }

    /** Replaces {@code ledger_public.parquet}. */
    public void replaceLedger(List<LedgerRow> rows) {
        replace(LEDGER_PUBLIC, LedgerTable.TABLE.bytes(rows));
    }

    public List<LedgerRow> ledger() {
        return LedgerTable.TABLE.read(root.resolve(LEDGER_PUBLIC), LedgerTable::row);
    }

    /** Replaces a computed file of the folder itself, durably. */
    public void replace(String name, byte[] bytes) {
        try {
            DurableFile.replace(root.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a computed file of the folder itself; empty when there is none. */
    public Optional<byte[]> find(String name) {
        Path file = root.resolve(name);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(bytes(file)) : Optional.empty();
    }

    /** Removes what killed processes left before a day of theirs appeared; no other process may be publishing. */
    public void discardAbandoned() {
        if (!Files.isDirectory(days, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }

        try (Stream<Path> found = Files.list(days)) {
            found.filter(path -> path.getFileName().toString().startsWith(".")).forEach(ReleaseFolder::discard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both files appear with one rename; false when another process was first. */
    private boolean moved(LocalDate day, byte[] release, byte[] cells) {
        PrivateDirectory.create(days);
        Path hidden = days.resolve("." + day + "." + ProcessHandle.current().pid());
        try {
            discard(hidden);
            PrivateDirectory.create(hidden);
            DurableFile.create(hidden.resolve(RELEASE), release);
            DurableFile.create(hidden.resolve(CELL), cells);
            Files.move(hidden, folder(day), StandardCopyOption.ATOMIC_MOVE);
            PrivateDirectory.sync(days);
            return true;
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            discard(hidden);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path hidden) {
        try {
            if (Files.isDirectory(hidden, LinkOption.NOFOLLOW_LINKS)) {
                List<Path> left = new ArrayList<>();
                try (Stream<Path> found = Files.list(hidden)) {
                    found.forEach(left::add);
                }
                left.add(hidden);
                for (Path path : left) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(LocalDate day) {
        return days.resolve(day.toString());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
