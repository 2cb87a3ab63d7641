package com.opsatc.instrumentation;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The files that one process adds to the spool folder: 0600, one for each UTC day on which it has something to write.
 *
 * <p>A file is named {@code *.jsonl.part} while it may grow and {@code *.jsonl} from then on, so that a reader never takes a
 * file for whole that is not; while it grows, its whole lines stay as they are and where they are. The parts of processes that died are
 * completed by the next one ({@link AbandonedParts}). After the first failure nothing more is written.
 */
final class Spool implements AutoCloseable {
    static final String PART = Home.OPEN_SPOOL_FILE;

    private static final String SUFFIX = ".jsonl";
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String service;
    private final InstantSource clock;
    private final Consumer<String> complaint;
    private FileChannel channel;
    private Path part;
    private LocalDate day;
    private boolean broken;

    Spool(Path folder, String service, InstantSource clock, Consumer<String> complaint) {
        if (!SERVICE.matcher(service).matches()) {
            throw new IllegalArgumentException("Invalid service name: use a-z, 0-9 and '-'");
        }

        this.folder = requireNonNull(folder, "folder");
        this.service = service;
        this.clock = requireNonNull(clock, "clock");
        this.complaint = requireNonNull(complaint, "complaint");
    }

    /** Adds a line, line end included; a failure is told once and ends the writing, it is never thrown. */
    synchronized void append(byte[] line) {
        if (broken) {
            return;
        }

        try {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            if (channel != null && !today.equals(day)) {
                complete();
            }
            if (channel == null) {
                start(now, today);
            }
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            fail(e.getClass().getSimpleName());
        } catch (UncheckedIOException e) {
            fail(e.getCause().getClass().getSimpleName());
        } catch (PipelineException e) {
            fail(e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        try {
            complete();
        } catch (IOException e) {
            fail(e.getClass().getSimpleName());
        }
        broken = true;
    }

    private void start(Instant now, LocalDate today) throws IOException {
        AbandonedParts.complete(PrivateDirectory.create(folder), now);
        String name =
                service + "-" + TIME.format(now) + "-" + ProcessHandle.current().pid();
        for (int i = 1; channel == null; i++) {
            tryName(name + "-" + i + SUFFIX);
        }
        // Held until the file is complete: how another process sees that this one lives.
        channel.lock();
        day = today;
    }

    /** Takes a name that neither an open nor a complete file has: completing must never replace what is there. */
    private void tryName(String name) throws IOException {
        part = folder.resolve(name + PART);
        try {
            channel = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }

        // Asked only now: whoever else has this name's part renames it before this one can be made.
        if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            channel.close();
            channel = null;
            Files.delete(part);
        }
    }

    private void complete() throws IOException {
        if (channel == null) {
            return;
        }

        try (FileChannel open = channel) {
            channel = null;
            if (open.isOpen()) {
                open.force(true);
            }
            AbandonedParts.rename(part);
        }
    }

    private void fail(String reason) {
        if (!broken) {
            broken = true;
            complaint.accept("Cannot write telemetry to " + folder + ": " + reason + "; the work goes on without it");
        }
    }
}
