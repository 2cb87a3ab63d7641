package com.opsatc.process.admit.read;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.source.SourceFile;

/**
 * What inspection found of one extract file, read to its end.
 *
 * @param stream of the connector; {@link #NO_STREAM} for a file that no stream's patterns name
 * @param digest of the bytes as delivered; of no bytes when the file could not be read
 * @param read records in it; 0 for a refused file
 * @param repeats whether records of a stream without a key may occur in it more than once; true where nobody looked
 * @param keepsOut whether a record is kept out; true where nobody looked
 * @param status whether its rows may be read
 * @param reason why it was refused, a code such as {@code truncated-gzip} or {@code missing-column:id} that
 *     {@link com.opsatc.contract.quality.Reason} puts into a sentence; null otherwise
 */
public record ExtractFile(
        String source,
        String stream,
        Sha256 digest,
        SourceFile file,
        long read,
        boolean repeats,
        boolean keepsOut,
        Status status,
        String reason) {
    public static final String NO_STREAM = "-";

    public ExtractFile {
        requireNonNull(source, "source");
        requireNonNull(stream, "stream");
        requireNonNull(digest, "digest");
        requireNonNull(file, "file");
        requireNonNull(status, "status");
        if ((status == Status.REFUSED) != (reason != null)) {
            throw new IllegalArgumentException("Invalid extract file: exactly a refused one has a reason");
        }
    }

    /** The file's name as delivered: tenant text, for display only. */
    public String name() {
        return file.name();
    }

    /** Size of the file as delivered. */
    public long bytes() {
        return file.bytes();
    }

    ExtractFile asCopy() {
        return new ExtractFile(source, stream, digest, file, read, repeats, keepsOut, Status.COPY, null);
    }

    /** What becomes of a file as a whole. */
    public enum Status {
        /** Its rows may be read. */
        ADMITTED,
        /** The same bytes as an admitted file with a lesser name: all its rows are duplicates, none is read again. */
        COPY,
        /** Broken, or not what the connector declares: no row of it is read. */
        REFUSED
    }
}
