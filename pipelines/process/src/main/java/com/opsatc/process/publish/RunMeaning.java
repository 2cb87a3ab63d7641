package com.opsatc.process.publish;

import com.opsatc.contract.FileQuality;
import com.opsatc.contract.RunManifest;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.run.RunRequest;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run would mean, known before anything is computed: its inputs, configuration, definitions and code. Only the
 * logical date may still be open, where it is the date of the latest instant in data not yet read.
 */
record RunMeaning(List<RunManifest.Input> inputs, Sha256 digest) {
    RunMeaning {
        inputs = List.copyOf(inputs);
    }

    /** @param refused files that this run refuses whole: its quality document names them */
    static RunMeaning of(
            RunRequest request,
            RunConfiguration configuration,
            List<RunManifest.Input> inputs,
            List<FileQuality> refused) {
        return new RunMeaning(
                inputs,
                RunIds.meaning(
                        request.tenant(),
                        inputs,
                        refused,
                        configuration.digest(),
                        configuration.definitionRefs(),
                        request.codeVersion()));
    }

    String runId(LocalDate logicalDate) {
        return RunIds.runId(digest, logicalDate);
    }

    /** Whether a published run is this one: then there is nothing to compute. */
    boolean isPublishedBy(RunManifest manifest, LocalDate requestedDate) {
        LocalDate date = requestedDate == null ? manifest.watermark() : requestedDate;
        return manifest.runId().equals(runId(date)) && date.equals(manifest.logicalDate());
    }
}
