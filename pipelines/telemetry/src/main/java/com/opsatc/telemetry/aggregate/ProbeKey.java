package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import com.opsatc.telemetry.input.ProbeSource;

/**
 * What figures of the probe are of.
 *
 * @param day days since 1970
 * @param service one that the manifest names, or {@code _OTHER}
 */
record ProbeKey(int day, ProbeSource source, String service) {
    ProbeKey {
        requireNonNull(source, "source");
        requireNonNull(service, "service");
    }
}
