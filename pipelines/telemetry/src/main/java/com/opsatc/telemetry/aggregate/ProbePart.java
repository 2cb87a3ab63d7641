package com.opsatc.telemetry.aggregate;

import static java.util.Objects.requireNonNull;

import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.ProbeSource;
import java.util.List;

/** Files of the probe lane that one worker reads together: spans that are duplicates may lie in different ones. */
record ProbePart(ProbeSource source, List<FilePart> files) {
    ProbePart {
        requireNonNull(source, "source");
        files = List.copyOf(files);
    }
}
