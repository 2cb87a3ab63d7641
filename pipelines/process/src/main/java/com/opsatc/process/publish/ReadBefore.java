package com.opsatc.process.publish;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.RunManifest;
import com.opsatc.contract.Sha256;
import com.opsatc.process.admit.ExtractFile;
import com.opsatc.process.admit.SourceSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What earlier runs read of a source in the way it is read now; rows that were read otherwise are read again. */
final class ReadBefore {
    private static final int MOST_NAMES = 5;

    private ReadBefore() {}

    /**
     * The files whose rows the source's tables have: none after its settings changed.
     *
     * @throws PipelineException (configuration) when a file that must be read again is not in the extract any more: its rows
     *     would be gone in silence
     */
    static List<RunManifest.Input> of(
            SourceSpec source, Optional<RunManifest> latest, List<ExtractFile> inspected, Set<Sha256> withdrawn) {
        if (latest.isEmpty()) {
            return List.of();
        }

        RunManifest manifest = latest.get();
        List<RunManifest.Input> counted = SourceFilesSeen.of(source, manifest.inputs());
        if (source.reading().equals(manifest.readings().get(source.source()))) {
            return Stream.concat(counted.stream(), SourceFilesSeen.of(source, manifest.withdrawn()).stream())
                    .toList();
        }

        Set<Sha256> here = inspected.stream().map(ExtractFile::digest).collect(Collectors.toSet());
        List<RunManifest.Input> gone = counted.stream()
                .filter(input -> !here.contains(input.file()) && !withdrawn.contains(input.file()))
                .toList();
        if (!gone.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read source " + source.source() + " again with its new settings: " + gone.size()
                            + (gone.size() == 1 ? " file" : " files") + " it had is not in the extract any more: "
                            + gone.stream()
                                    .limit(MOST_NAMES)
                                    .map(RunManifest.Input::name)
                                    .collect(Collectors.joining(", "))
                            + (gone.size() > MOST_NAMES ? " and more" : "")
                            + "; put them back, or leave them out with 'opsatc file withdraw --gone --tenant "
                            + manifest.tenant() + "'");
        }

        return List.of();
    }
}
