package com.opsatc.tenancy.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * An extract file as it was listed.
 *
 * @param name relative to its source, with {@code /} between folder and file
 * @param path absolute, for readers that open files by path; never for writing
 * @param bytes its size when it was listed
 */
public record SourceFile(String name, Path path, long bytes) {
    public SourceFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
    }
}
