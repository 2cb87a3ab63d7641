package com.opsatc.process.admit;

import java.io.Serializable;

/** A file that a Spark task reads: where it is, and the digest that it had when it was inspected. */
record FileTask(String path, String digest) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** As much of the digest as tells the file from every other; equal for equal files. */
    String fileId() {
        return digest.substring(0, 12);
    }

    static FileTask of(ExtractFile file) {
        return new FileTask(file.file().path().toString(), file.digest().hex());
    }
}
