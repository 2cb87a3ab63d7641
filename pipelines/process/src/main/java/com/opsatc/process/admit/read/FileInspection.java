package com.opsatc.process.admit.read;

import com.opsatc.connector.format.Container;
import com.opsatc.connector.format.ExtractStream;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.admit.read.ExtractFile.Status;
import com.opsatc.tenancy.source.LinkedFileException;
import com.opsatc.tenancy.source.OpenedFile;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.ReplacedFileException;
import com.opsatc.tenancy.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Reads one file to its end, and finds the stream it belongs to: the first whose name pattern and header fit. Every
 * conversion of admission is made, so that a file that passes cannot fail there; whatever fails refuses this file only.
 */
final class FileInspection {
    /** The file's digest is known only when it was read to its end. */
    private static final String NOT_YET_KNOWN = "inspected";

    private final SourceSpec source;
    private final ReadOnlySource door;
    private final KnownFiles known;
    private final FileRecords.Opening opening;

    FileInspection(SourceSpec source, ReadOnlySource door, KnownFiles known, FileRecords.Opening opening) {
        this.source = source;
        this.door = door;
        this.known = known;
        this.opening = opening;
    }

    ExtractFile inspect(SourceFile file) {
        return known.unchanged(source, file)
                .or(() -> known.hasSizeOf(file) ? known.ofContent(source, file, digest(file)) : Optional.empty())
                .orElseGet(() -> opened(file));
    }

    private ExtractFile opened(SourceFile file) {
        List<StreamSpec> candidates = source.connector().streams().values().stream()
                .filter(stream -> stream.fitsName(file.name()))
                .toList();
        try {
            return inspected(file, candidates);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return refused(file, candidates, reason(e));
        }
    }

    private ExtractFile inspected(SourceFile file, List<StreamSpec> candidates) throws IOException {
        if (!file.nameIsText()) {
            throw new RefusedFile(RefusedFile.NAME_NOT_TEXT);
        }
        if (DeliveryNotes.isNote(file)) {
            throw new RefusedFile(DeliveryNotes.NO_NOTE);
        }
        if (candidates.isEmpty()) {
            throw noStream(file);
        }

        RefusedFile first = null;
        for (StreamSpec stream : candidates) {
            try {
                return admitted(file, stream);
            } catch (RefusedFile e) {
                first = first == null ? e : first;
                if (!e.reason().startsWith(RefusedFile.MISSING_COLUMN)) {
                    throw e;
                }
            }
        }

        throw first;
    }

    private ExtractFile admitted(SourceFile file, StreamSpec stream) throws IOException {
        TypedRows types =
                new TypedRows(stream, source.zone(), source.connector().times());
        try (FileRecords opened = new FileRecords(door, file, stream, NOT_YET_KNOWN, opening)) {
            RepeatedRecords repeated = new RepeatedRecords();
            boolean keepsOut = false;
            while (opened.records().next()) {
                Row row = opened.row(types, NOT_YET_KNOWN);
                types.content(row).ifPresent(repeated::add);
                keepsOut |= types.keepsOut(row);
            }

            return new ExtractFile(
                    source.source(),
                    stream.name(),
                    opened.digest(),
                    file,
                    opened.records().row(),
                    repeated.possible(),
                    keepsOut,
                    Status.ADMITTED,
                    null);
        }
    }

    /** What is in it tells more than that its name fits nothing. */
    private RefusedFile noStream(SourceFile file) throws IOException {
        try (OpenedFile opened = door.open(file);
                ExtractStream content = ExtractStream.open(opened.content(), file.name())) {
            String container = Container.of(content.readNBytes(Container.HEAD)).orElse(Container.XES);
            if (!container.equals(Container.XES)) {
                return new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(container));
            }
        } catch (RefusedFile e) {
            return e;
        }

        String patterns = source.connector().streams().values().stream()
                .map(StreamSpec::files)
                .distinct()
                .collect(Collectors.joining(", "));
        return new RefusedFile(RefusedFile.NO_STREAM, List.of(patterns));
    }

    private static RefusedFile reason(Throwable failure) {
        RefusedFile refused = RefusedFile.of(failure);
        if (!refused.reason().equals(RefusedFile.UNREADABLE)) {
            return refused;
        }
        if (failure instanceof ReplacedFileException) {
            return new RefusedFile(RefusedFile.CHANGED_WHILE_READING);
        }
        if (failure instanceof LinkedFileException) {
            return new RefusedFile(RefusedFile.LINKED_FILE);
        }
        if (failure instanceof OutOfMemoryError) {
            return new RefusedFile(RefusedFile.OUT_OF_MEMORY);
        }

        return failure instanceof IOException
                ? refused
                : new RefusedFile(
                        RefusedFile.READER_FAILED, List.of(failure.getClass().getSimpleName()));
    }

    private ExtractFile refused(SourceFile file, List<StreamSpec> candidates, RefusedFile refused) {
        String stream =
                candidates.isEmpty() ? ExtractFile.NO_STREAM : candidates.get(0).name();
        return new ExtractFile(
                source.source(),
                stream,
                digest(file),
                file,
                0,
                /* repeats= */ true,
                /* keepsOut= */ true,
                Status.REFUSED,
                refused.reason());
    }

    /** Of all that can be read of the file, which may be nothing. */
    private Sha256 digest(SourceFile file) {
        MessageDigest sha = Sha256.digest();
        try (OpenedFile opened = door.open(file);
                InputStream in = opened.content();
                OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            in.transferTo(into);
        } catch (IOException e) {
            return Sha256.of(new byte[0]);
        }

        return Sha256.finish(sha);
    }
}
