package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A telemetry file as it was when it was first looked at; what is appended later is not read.
 *
 * @param gzip whether it is compressed
 * @param knownBytes how many of its bytes, from its start, an earlier ingest has read
 */
public record InputFile(Path path, FileMark mark, boolean gzip, long knownBytes) {
    public InputFile {
        requireNonNull(path, "path");
        requireNonNull(mark, "mark");
    }

    /** The file in ranges of lines; a compressed file is one, for it can only be read from its start. */
    public List<FilePart> parts(long rangeBytes) {
        if (rangeBytes < 1) {
            throw new IllegalArgumentException("Invalid range: expected at least 1 byte");
        }

        if (gzip) {
            return List.of(whole());
        }

        List<FilePart> parts = new ArrayList<>();
        for (long start = 0; start < mark.bytes(); start += rangeBytes) {
            long end = Math.min(mark.bytes(), start + rangeBytes);
            parts.add(new FilePart(path.toString(), false, start, end, mark.bytes(), knownBytes));
        }
        return parts;
    }

    /** The file as one part. */
    public FilePart whole() {
        return new FilePart(path.toString(), gzip, 0, Long.MAX_VALUE, mark.bytes(), knownBytes);
    }
}
