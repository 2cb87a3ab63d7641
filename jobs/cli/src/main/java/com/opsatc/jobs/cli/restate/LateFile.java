package com.opsatc.jobs.cli.restate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;

/**
 * An extract file that one run had read and an earlier one had not.
 *
 * @param name as delivered: tenant text
 * @param delivered local date and time in the source's zone; null when nothing tells
 */
public record LateFile(String source, String name, String delivered, Sha256 file) {
    public LateFile {
        requireNonNull(source, "source");
        requireNonNull(name, "name");
        requireNonNull(file, "file");
    }

    static LateFile of(RunManifest.Input input) {
        return new LateFile(input.source(), input.name(), input.delivered(), input.file());
    }

    /** {@code vbap.csv, delivered 2026-02-03T06:00:00}. */
    public String text() {
        return name + (delivered == null ? "" : ", delivered " + delivered);
    }
}
