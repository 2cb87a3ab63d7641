package com.opsatc.process.admit.read;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.admit.read.ExtractFile.Status;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at every extract file of a source before a row of it is admitted: digest, decompression, strict decoding, and all
 * records to the last. A file that is broken as a whole is refused with a reason; the others go on. What is known of a file from
 * before is not found out again.
 */
public final class Inventory {
    private static final String STAGE = "inspect ";
    private static final int THREADS = 2;

    private Inventory() {}

    /**
     * The files, by name. Of several with the same bytes the first is admitted and the others are copies. An empty folder
     * gives an empty list. {@linkplain DeliveryNotes Delivery notes} are no extracts; a broken one is refused.
     *
     * @throws PipelineException (configuration) when the path is neither a file nor a folder
     */
    public static List<ExtractFile> inspect(SourceSpec source, KnownFiles known, ProgressSink progress) {
        return inspect(source, known, progress, RecordReaders::open);
    }

    static List<ExtractFile> inspect(
            SourceSpec source, KnownFiles known, ProgressSink progress, FileRecords.Opening opening) {
        requireNonNull(progress, "progress");
        ReadOnlySource door = ReadOnlySource.of(source.path());
        FileInspection inspection = new FileInspection(source, door, known, opening);
        String stage = STAGE + source.source();
        progress.progress(stage, 0, 0, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<ExtractFile>> pending = new ArrayList<>();
            for (SourceFile file : door.files()) {
                if (DeliveryNotes.isNote(file) && DeliveryNotes.read(door, file).isPresent()) {
                    continue;
                }

                pending.add(threads.submit(() -> inspection.inspect(file)));
            }

            return collected(pending, inspection, stage, progress);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<ExtractFile> collected(
            List<Future<ExtractFile>> pending, FileInspection inspection, String stage, ProgressSink progress) {
        List<ExtractFile> files = new ArrayList<>();
        Set<Sha256> seen = new HashSet<>();
        long rows = 0;
        List<ExtractFile> inspected = pending.stream().map(Inventory::result).toList();
        for (ExtractFile each : inspected) {
            // Memory may have gone to the file beside it: alone it takes what it takes.
            boolean again = RefusedFile.OUT_OF_MEMORY.equals(each.reason());
            ExtractFile file = again ? inspection.inspect(each.file()) : each;
            boolean copy = file.status() == Status.ADMITTED && !seen.add(file.digest());
            files.add(copy ? file.asCopy() : file);
            rows += file.read();
            progress.progress(stage, files.size(), pending.size(), rows);
        }

        long refused =
                files.stream().filter(file -> file.status() == Status.REFUSED).count();
        progress.finished(stage, rows, refused == 0 ? "" : refused + " files refused");
        return List.copyOf(files);
    }

    private static ExtractFile result(Future<ExtractFile> pending) {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted while inspecting extract files", e);
        } catch (ExecutionException e) {
            throw new PipelineException(
                    ErrorCode.INTERNAL, "Cannot inspect the extract files: a reader failed unexpectedly", e.getCause());
        }
    }
}
