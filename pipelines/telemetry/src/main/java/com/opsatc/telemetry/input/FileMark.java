package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.Comparator;

/**
 * What an ingest has read of a file: its first bytes, so many, with that digest. A file that only grew is known by it.
 *
 * @param sha256 of the first {@code bytes} bytes
 */
public record FileMark(Sha256 sha256, long bytes) implements Comparable<FileMark> {
    private static final Comparator<FileMark> ORDER =
            Comparator.comparing(FileMark::sha256).thenComparing(FileMark::bytes);

    public FileMark {
        requireNonNull(sha256, "sha256");
        if (bytes < 0) {
            throw new IllegalArgumentException("Invalid mark: a file has no fewer than 0 bytes");
        }
    }

    @Override
    public int compareTo(FileMark other) {
        return ORDER.compare(this, other);
    }
}
