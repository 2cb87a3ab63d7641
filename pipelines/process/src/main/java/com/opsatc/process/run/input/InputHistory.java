package com.opsatc.process.run.input;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.admit.read.ExtractFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries what is known of every file ever admitted on to this run: under which name it lies, when it was delivered, and
 * which other file lies under its name now.
 *
 * <p>A file is its bytes. It was delivered at the latest time that any of its names told. Another replaces it once that other
 * lies under its name and it lies nowhere itself any more: what a source holds now decides, not when it was put there, so
 * that a copy of the folder alone gives the same figures.
 */
final class InputHistory {
    private InputHistory() {}

    /** The same input; one that is read again has as many rows as it is found to have now. */
    static RunManifest.Input reread(RunManifest.Input input, List<ExtractFile> again) {
        return again.stream()
                .filter(file -> file.digest().equals(input.file()))
                .findFirst()
                .map(file -> new RunManifest.Input(
                        input.source(),
                        input.stream(),
                        input.file(),
                        input.name(),
                        input.delivered(),
                        input.replacedBy(),
                        input.bytes(),
                        file.read()))
                .orElse(input);
    }

    /** The same input where the file that replaced it counts nowhere: then nothing replaces it. */
    static RunManifest.Input unreplaced(RunManifest.Input input, Set<Sha256> withdrawn) {
        return input.replacedBy() == null || !withdrawn.contains(input.replacedBy())
                ? input
                : new RunManifest.Input(
                        input.source(),
                        input.stream(),
                        input.file(),
                        input.name(),
                        input.delivered(),
                        null,
                        input.bytes(),
                        input.rows());
    }

    /** An input as it is known now that these files lie in its source. */
    static RunManifest.Input now(RunManifest.Input input, List<SourceFilesSeen.Lying> lying) {
        Map<String, Sha256> names = new TreeMap<>();
        String delivered = input.delivered();
        for (SourceFilesSeen.Lying file : lying) {
            names.put(file.name(), file.digest());
            if (file.digest().equals(input.file()) && isLater(file.delivered(), delivered)) {
                delivered = file.delivered();
            }
        }

        String name = names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(input.file()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        Sha256 replacedBy = name != null ? null : names.getOrDefault(input.name(), input.replacedBy());
        return new RunManifest.Input(
                input.source(),
                input.stream(),
                input.file(),
                name == null ? input.name() : name,
                delivered,
                replacedBy,
                input.bytes(),
                input.rows());
    }

    private static boolean isLater(String delivered, String than) {
        return delivered != null && (than == null || delivered.compareTo(than) > 0);
    }
}
