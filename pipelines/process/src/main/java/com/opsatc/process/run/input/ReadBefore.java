package com.opsatc.process.run.input;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.SourceSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What earlier runs read of a source in the way it is read now. Rows that were read otherwise are read again, and so are rows
 * that were lost.
 *
 * @param known the files that earlier runs read
 * @param again those of them whose rows the source's tables have not any more
 */
public record ReadBefore(List<RunManifest.Input> known, Set<Sha256> again) {
    private static final int MOST_NAMES = 5;
    private static final ReadBefore NOTHING = new ReadBefore(List.of(), Set.of());

    public ReadBefore {
        known = List.copyOf(known);
        again = Set.copyOf(again);
    }

    /**
     * Nothing is known after the source's settings changed.
     *
     * @throws PipelineException (configuration; where rows were lost, store) when a file that must be read again is not in the
     *     extract any more: its rows would be gone in silence
     */
    public static ReadBefore of(
            SourceSpec source, Foundation foundation, List<ExtractFile> inspected, Set<Sha256> withdrawn) {
        Set<Sha256> here = inspected.stream()
                .filter(file -> file.status() != ExtractFile.Status.REFUSED)
                .map(ExtractFile::digest)
                .collect(Collectors.toSet());
        Optional<RunManifest> manifest = foundation.manifest();
        List<RunManifest.Input> counted =
                SourceFilesSeen.of(source, manifest.map(RunManifest::inputs).orElse(List.of()));
        List<RunManifest.Input> all = Stream.concat(
                        counted.stream(),
                        SourceFilesSeen.of(
                                source, manifest.map(RunManifest::withdrawn).orElse(List.of()))
                                .stream())
                .toList();
        Set<Sha256> found = new HashSet<>(here);
        found.addAll(withdrawn);
        requirePassed(source, foundation, all, found);
        if (manifest.isEmpty()) {
            return NOTHING;
        }

        List<String> gone = counted.stream()
                .filter(input -> !found.contains(input.file()))
                .map(RunManifest.Input::name)
                .toList();
        if (!source.reading().equals(manifest.get().readings().get(source.source()))) {
            require(source, foundation, gone, ErrorCode.CONFIGURATION, " again with its new settings: ");
            return NOTHING;
        }

        if (!foundation.lostRows(source)) {
            return new ReadBefore(all, Set.of());
        }

        require(source, foundation, gone, ErrorCode.STORE, " again, as its stored rows are damaged: ");
        List<RunManifest.Input> known =
                all.stream().filter(input -> here.contains(input.file())).toList();
        return new ReadBefore(known, known.stream().map(RunManifest.Input::file).collect(Collectors.toSet()));
    }

    /** Files that a head had read whose manifest is damaged must be known from before it, or still be there. */
    private static void requirePassed(
            SourceSpec source, Foundation foundation, List<RunManifest.Input> all, Set<Sha256> found) {
        Set<Sha256> known = all.stream().map(RunManifest.Input::file).collect(Collectors.toSet());
        known.addAll(found);
        List<String> gone = foundation.passed().stream()
                .filter(file -> file.source().equals(source.source()) && !known.contains(file.file()))
                .map(FileQuality::name)
                .toList();
        require(source, foundation, gone, ErrorCode.STORE, " again, as the last run's manifest is damaged: ");
    }

    private static void require(
            SourceSpec source, Foundation foundation, List<String> gone, ErrorCode code, String why) {
        if (gone.isEmpty()) {
            return;
        }

        String damaged = code == ErrorCode.STORE
                ? " (damaged: " + names(List.copyOf(foundation.damage().files())) + ")"
                : "";
        throw new PipelineException(
                code,
                "Cannot read source " + source.source() + why + gone.size()
                        + (gone.size() == 1 ? " file" : " files") + " it had is not in the extract any more: "
                        + names(gone) + damaged + "; put them back, "
                        + (damaged.isEmpty() ? "" : "restore what is damaged, ")
                        + "or leave them out with 'opsatc file withdraw --gone --tenant "
                        + foundation.tenant() + "'");
    }

    private static String names(List<String> all) {
        return all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMES ? " and more" : "");
    }
}
