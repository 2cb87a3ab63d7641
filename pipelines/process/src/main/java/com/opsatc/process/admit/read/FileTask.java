package com.opsatc.process.admit.read;

import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a Spark task reads of a file: as it was listed, and the digest that it had when it was inspected.
 *
 * @param after records that other tasks read: before its first, which is the next
 * @param upTo its last record
 */
record FileTask(
        String root, String path, String name, long bytes, String identity, String digest, long after, long upTo)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Fewer are not worth a second reading of the file's beginning. */
    private static final long RECORDS = 50_000;

    /** A later part is reached by parsing all before it. */
    private static final long PARTS = 4;

    /** The parts of a file, about as many as can be read at once. */
    static Stream<FileTask> of(SourceSpec source, ExtractFile extract, int atOnce) {
        SourceFile file = extract.file();
        long parts = Math.max(1, Math.min(Math.min(PARTS, atOnce), extract.read() / RECORDS));
        return LongStream.range(0, parts)
                .mapToObj(part -> new FileTask(
                        source.path().toString(),
                        file.path().toString(),
                        file.name(),
                        file.bytes(),
                        file.identity(),
                        extract.digest().hex(),
                        extract.read() * part / parts,
                        extract.read() * (part + 1) / parts));
    }

    SourceFile file() {
        return new SourceFile(name, Path.of(path), bytes, identity, null, true);
    }

    /** The door that the file is opened through. */
    ReadOnlySource door() {
        return ReadOnlySource.of(Path.of(root));
    }

    /** As much of the digest as tells the file from every other; equal for equal files. */
    String fileId() {
        return digest.substring(0, 12);
    }
}
