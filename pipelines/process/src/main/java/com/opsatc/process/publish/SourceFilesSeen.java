package com.opsatc.process.publish;

import com.opsatc.contract.FileQuality;
import com.opsatc.contract.RunManifest;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.admit.ExtractFile;
import com.opsatc.process.admit.SourceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The extract files of one source as this run finds them, told apart by content: new, known from an earlier run, or
 * refused. A file delivered twice, or under another name, is one file.
 */
record SourceFilesSeen(
        SourceSpec source, List<ExtractFile> fresh, List<ExtractFile> refused, List<RunOutcome.File> all) {
    SourceFilesSeen {
        fresh = List.copyOf(fresh);
        refused = List.copyOf(refused);
        all = List.copyOf(all);
    }

    static SourceFilesSeen of(SourceSpec source, List<ExtractFile> inspected, List<RunManifest.Input> known) {
        Set<Sha256> seen = new HashSet<>();
        known.stream().filter(input -> input.source().equals(source.source())).forEach(input -> seen.add(input.file()));
        List<ExtractFile> fresh = new ArrayList<>();
        List<ExtractFile> refused = new ArrayList<>();
        List<RunOutcome.File> all = new ArrayList<>();
        for (ExtractFile file : inspected) {
            String status;
            if (file.status() == ExtractFile.Status.REFUSED) {
                status = RunOutcome.File.REFUSED;
                refused.add(file);
            } else if (seen.add(file.digest())) {
                status = RunOutcome.File.NEW;
                fresh.add(file);
            } else {
                status = RunOutcome.File.KNOWN;
            }

            all.add(new RunOutcome.File(source.source(), file.name(), file.bytes(), status, file.reason()));
        }

        return new SourceFilesSeen(source, fresh, refused, all);
    }

    /** The refused files of all sources, as a quality document lists them. */
    static List<FileQuality> refusals(List<SourceFilesSeen> seen) {
        return seen.stream().flatMap(source -> source.refusals().stream()).toList();
    }

    private List<FileQuality> refusals() {
        return refused.stream()
                .map(file -> new FileQuality(
                        source.source(),
                        file.stream(),
                        file.digest(),
                        file.name(),
                        FileQuality.REFUSED,
                        file.reason(),
                        file.bytes(),
                        0,
                        0,
                        0,
                        0))
                .toList();
    }

    /** The inputs this source adds to those ever admitted. */
    List<RunManifest.Input> inputs() {
        return fresh.stream()
                .map(file -> new RunManifest.Input(
                        source.source(),
                        file.stream(),
                        file.digest(),
                        file.name(),
                        null,
                        null,
                        file.bytes(),
                        file.read()))
                .toList();
    }
}
