package com.opsatc.telemetry.release;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.ReleaseStatus;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a release made of a day: block to status, in the manifest's order. */
public record ReleasedDay(LocalDate day, Map<String, ReleaseStatus> blocks) {
    public ReleasedDay {
        requireNonNull(day, "day");
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }
}
