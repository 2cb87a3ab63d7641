package com.opsatc.telemetry.release;

import static java.util.Objects.requireNonNull;

import com.opsatc.telemetry.manifest.Manifest;
import java.time.Instant;

/**
 * What to release by.
 *
 * @param codeVersion stands in the release
 * @param now decides which days are over
 */
public record ReleaseRequest(Manifest manifest, String codeVersion, Instant now) {
    public ReleaseRequest {
        requireNonNull(manifest, "manifest");
        requireNonNull(codeVersion, "codeVersion");
        requireNonNull(now, "now");
    }
}
