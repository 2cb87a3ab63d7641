package com.opsatc.process.run;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.input.Foundation;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.input.RunMeaning;
import com.opsatc.process.run.input.SourceFilesSeen;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes a published run, the current one or that of a date, once more from the rows it admitted, in an attempt of its own,
 * and compares every document's bytes with the published ones. Publishes nothing; the attempt leaves no document behind.
 */
final class Recomputation {
    private Recomputation() {}

    static RunOutcome run(RunEnvironment environment, RunRequest request, RunConfiguration configuration) {
        TenantScope scope = environment.scope();
        Published published = RequestedHead.of(scope, request, "recompute");
        RunManifest manifest = published.manifest();
        List<FileQuality> setAside = published.read(Documents.QUALITY).files().stream()
                .filter(FileQuality::setAside)
                .toList();
        RunMeaning meaning = RunMeaning.of(request, configuration, manifest.inputs(), setAside);
        if (!meaning.runId(manifest.logicalDate()).equals(manifest.runId())) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot recompute run " + manifest.runId() + " of tenant " + request.tenant()
                            + ": configuration, definitions or code have changed since; run the tenant instead");
        }

        List<SourceFilesSeen> nothingNew = configuration.sources().stream()
                .map(source -> SourceFilesSeen.published(source, manifest, setAside))
                .toList();
        Attempt attempt =
                Attempt.again(environment, request, configuration, Foundation.of(published), nothingNew, meaning);
        try {
            Attempt.Computed computed = attempt.compute();
            return Outcomes.recomputed(published, computed, differing(manifest, computed.manifest()));
        } finally {
            attempt.discard();
        }
    }

    private static List<String> differing(RunManifest published, RunManifest again) {
        Map<String, Sha256> before = digests(published);
        Map<String, Sha256> after = digests(again);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> differing = new ArrayList<>();
        for (String name : names) {
            if (!before.containsKey(name) || !before.get(name).equals(after.get(name))) {
                differing.add(name);
            }
        }

        return differing;
    }

    /** Documents by name, and tables by the digest of their rows. */
    private static Map<String, Sha256> digests(RunManifest manifest) {
        Map<String, Sha256> digests = new TreeMap<>();
        manifest.documents().forEach(document -> digests.put(document.name(), document.sha256()));
        manifest.tableDigests().forEach((table, digest) -> digests.put("table " + table, digest));
        return digests;
    }
}
