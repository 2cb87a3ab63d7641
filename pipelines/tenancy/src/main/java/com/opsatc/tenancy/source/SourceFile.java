package com.opsatc.tenancy.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * An extract file as it was listed.
 *
 * @param name relative to its source, with {@code /} between folder and file; a folder that could not be listed ends in
 *     {@code /}
 * @param path absolute; only {@link ReadOnlySource#open} reads it
 * @param bytes its size when it was listed
 * @param identity what tells it from another file that is put under its name
 * @param changed when its content or its attributes changed last, as the system itself keeps it; null where it does not tell
 * @param nameIsText whether the name, as text, finds the file again; false for bytes that the locale's character set has not
 */
public record SourceFile(String name, Path path, long bytes, String identity, Instant changed, boolean nameIsText) {
    public SourceFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(identity, "identity");
    }
}
