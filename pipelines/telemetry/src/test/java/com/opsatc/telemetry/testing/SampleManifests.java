package com.opsatc.telemetry.testing;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.telemetry.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;

/** The shipped manifest, and variants of it. */
public final class SampleManifests {
    private SampleManifests() {}

    public static Path file() {
        return Path.of(System.getProperty("opsatc.root"), "conf/telemetry/manifest.yaml");
    }

    public static Manifest shipped() {
        return Manifest.load(file());
    }

    /** The shipped manifest with other services shown by name in the probe lane. */
    public static Manifest withProbeServices(List<String> services) {
        TelemetryManifest shipped = shipped().contract();
        return Manifest.of(new TelemetryManifest(
                shipped.version(),
                shipped.privacy(),
                shipped.operations(),
                shipped.blocks(),
                new TelemetryManifest.Probe(shipped.probe().identity(), services),
                shipped.neverRead()));
    }

    /** The shipped manifest with another clip of the share that its block of errors counts. */
    public static Manifest withErrorClip(String clip) {
        TelemetryManifest shipped = shipped().contract();
        return Manifest.of(new TelemetryManifest(
                shipped.version(),
                shipped.privacy(),
                shipped.operations(),
                shipped.blocks().stream()
                        .map(block -> block.kind() == BlockKind.ERRORS ? withClip(block, clip) : block)
                        .toList(),
                shipped.probe(),
                shipped.neverRead()));
    }

    private static TelemetryManifest.Block withClip(TelemetryManifest.Block block, String clip) {
        return new TelemetryManifest.Block(
                block.id(),
                block.kind(),
                block.title(),
                block.share(),
                block.scalePerDay(),
                clip,
                block.boundsUs(),
                block.keys());
    }

    /** The shipped manifest with another fleet minimum. */
    public static Manifest withFleetMinimum(int tenants) {
        TelemetryManifest shipped = shipped().contract();
        TelemetryManifest.Privacy privacy = shipped.privacy();
        return Manifest.of(new TelemetryManifest(
                "2",
                new TelemetryManifest.Privacy(
                        privacy.unit(),
                        privacy.epsilonYear(),
                        privacy.delta(),
                        privacy.rhoYear(),
                        privacy.rhoDay(),
                        privacy.unitScale(),
                        privacy.userWeight(),
                        tenants,
                        privacy.lateHours()),
                shipped.operations(),
                shipped.blocks(),
                shipped.probe(),
                shipped.neverRead()));
    }
}
