package com.opsatc.jobs.cli.verb.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.Results;
import com.opsatc.jobs.cli.view.TelemetryTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opsatc telemetry manifest}: what is counted and released, and what is never read. */
@Command(name = "manifest", description = "Shows what is counted and released, at what budget, and what is never read.")
public final class TelemetryManifestCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Mixin
    private Results results;

    public TelemetryManifestCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    private record Document(TelemetryManifest manifest, Sha256 sha256) {}

    @Override
    public Integer call() {
        TelemetryManifest manifest = read(opsatc.invocation().conf().resolve("telemetry/manifest.yaml"));
        Sha256 digest = Sha256.of(CanonicalJson.write(manifest));
        results.write(opsatc.terminal(), new Document(manifest, digest), () -> TelemetryTables.manifest(manifest));
        opsatc.terminal()
                .err()
                .println("Version " + manifest.version() + ", " + digest + "; epsilon "
                        + manifest.privacy().epsilonYear() + " a "
                        + manifest.privacy().unit() + "; never read: "
                        + String.join(", ", manifest.neverRead()));

        return 0;
    }

    private static TelemetryManifest read(Path file) {
        try {
            JsonNode tree = new YAMLMapper().readTree(Files.readAllBytes(file));

            return CanonicalJson.read(CanonicalJson.write(tree), TelemetryManifest.class);
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot read " + file + ": it is missing or no YAML; restore it", e);
        }
    }
}
