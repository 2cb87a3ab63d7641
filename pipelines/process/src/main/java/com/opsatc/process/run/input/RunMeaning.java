package com.opsatc.process.run.input;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a run would mean, known before anything is computed: its inputs, configuration, definitions and code. Only the
 * logical date may still be open, where it is the date of the latest instant in data not yet read.
 */
public record RunMeaning(List<RunManifest.Input> inputs, Sha256 digest) {
    public RunMeaning {
        inputs = List.copyOf(inputs);
    }

    /** @param setAside files that this run refuses whole or that were withdrawn: its quality document names them */
    public static RunMeaning of(
            RunRequest request,
            RunConfiguration configuration,
            List<RunManifest.Input> inputs,
            List<FileQuality> setAside) {
        return new RunMeaning(
                inputs,
                RunIds.meaning(
                        request.tenant(),
                        inputs,
                        setAside,
                        configuration.digest(),
                        configuration.definitionRefs(),
                        request.codeVersion()));
    }

    /** In an order that does not depend on when each arrived. */
    public static List<RunManifest.Input> ordered(List<RunManifest.Input> inputs) {
        return inputs.stream()
                .sorted(Comparator.comparing(RunManifest.Input::source)
                        .thenComparing(RunManifest.Input::stream)
                        .thenComparing(RunManifest.Input::file))
                .toList();
    }

    public String runId(LocalDate logicalDate) {
        return RunIds.runId(digest, logicalDate);
    }

    /** The watermark where it is known without reading: when a published run meant the same, whatever its date. */
    public Optional<LocalDate> watermarkOf(RunManifest published) {
        return published.runId().equals(runId(published.logicalDate()))
                ? Optional.of(published.watermark())
                : Optional.empty();
    }
}
