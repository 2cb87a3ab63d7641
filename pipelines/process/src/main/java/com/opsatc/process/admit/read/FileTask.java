package com.opsatc.process.admit.read;

import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.Serializable;
import java.nio.file.Path;

/** A file that a Spark task reads: as it was listed, and the digest that it had when it was inspected. */
record FileTask(String root, String path, String name, long bytes, String identity, String digest)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    static FileTask of(SourceSpec source, ExtractFile extract) {
        SourceFile file = extract.file();
        return new FileTask(
                source.path().toString(),
                file.path().toString(),
                file.name(),
                file.bytes(),
                file.identity(),
                extract.digest().hex());
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
