package com.opsatc.telemetry.manifest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.SchemaViolation;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checked telemetry manifest: exact fractions in place of texts, and blocks with their cells in the order of release.
 *
 * <p>Its digest is that of its content as canonical JSON, so that a comment in the file changes nothing. What a manifest may
 * not do is fixed in {@link ManifestLimits}, whatever the file says.
 */
public final class Manifest {
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final TelemetryManifest contract;
    private final byte[] json;
    private final List<Block> blocks;

    private Manifest(TelemetryManifest contract) {
        this.contract = contract;
        this.json = CanonicalJson.write(contract);
        this.blocks = blocks(contract);
    }

    /**
     * Reads a manifest's YAML file.
     *
     * @throws PipelineException (configuration) that lists all that is wrong at once, with the nearest known key for an
     *     unknown one
     */
    public static Manifest load(Path file) {
        requireNonNull(file, "file");
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read the telemetry manifest: " + file
                            + " is missing or not readable; name it in the configuration",
                    e);
        }
    }

    /** As {@link #load}, of the file's bytes. */
    public static Manifest parse(byte[] yaml) {
        JsonNode tree = tree(yaml);
        List<String> wrong = ContractSchemas.violations(SchemaFile.of("telemetry-manifest"), tree).stream()
                .map(SchemaViolation::toString)
                .toList();
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }

        return of(CanonicalJson.read(CanonicalJson.write(tree), TelemetryManifest.class));
    }

    /** The manifest of a record, under the same limits as one of a file. */
    public static Manifest of(TelemetryManifest contract) {
        requireNonNull(contract, "contract");
        List<String> wrong = ManifestLimits.broken(contract);
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }

        return new Manifest(contract);
    }

    /** The manifest that {@link #json} stands for. */
    public static Manifest ofJson(byte[] json) {
        return of(CanonicalJson.read(json, TelemetryManifest.class));
    }

    /** The record as written. */
    public TelemetryManifest contract() {
        return contract;
    }

    /** The content as canonical JSON. */
    public byte[] json() {
        return json.clone();
    }

    /** The digest of {@link #json}, which stands in every release. */
    public Sha256 sha256() {
        return Sha256.of(json);
    }

    public String version() {
        return contract.version();
    }

    public Rational delta() {
        return Rational.parse(contract.privacy().delta());
    }

    public Rational rhoYear() {
        return Rational.parse(contract.privacy().rhoYear());
    }

    public Rational rhoDay() {
        return Rational.parse(contract.privacy().rhoDay());
    }

    /** The largest L2 length of one user-day's vector, in units. */
    public long userRadius() {
        return Projection.radius(Rational.parse(contract.privacy().userWeight()));
    }

    public int fleetMinimum() {
        return contract.privacy().fleetMinimum();
    }

    /** In the order in which they are released. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The block of a kind; there is at most one. */
    public Optional<Block> block(BlockKind kind) {
        return blocks.stream().filter(block -> block.kind() == kind).findFirst();
    }

    /** Cells of all blocks. */
    public int cellCount() {
        return blocks.stream().mapToInt(block -> block.cells().size()).sum();
    }

    @Override
    public String toString() {
        return "Manifest[" + version() + ", " + sha256() + "]";
    }

    private static List<Block> blocks(TelemetryManifest contract) {
        Rational rhoDay = Rational.parse(contract.privacy().rhoDay());
        List<Block> blocks = new ArrayList<>();
        int offset = 0;
        for (TelemetryManifest.Block declared : contract.blocks()) {
            blocks.add(Block.of(declared, rhoDay, offset));
            offset += declared.cells();
        }
        return List.copyOf(blocks);
    }

    private static JsonNode tree(byte[] yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ", at line " + e.getLocation().getLineNr();
            throw refused(List.of("not YAML, or a key stands twice" + place));
        } catch (IOException e) {
            throw refused(List.of("not UTF-8"));
        }
    }

    private static PipelineException refused(List<String> wrong) {
        return new PipelineException(
                ErrorCode.CONFIGURATION, "Cannot use the telemetry manifest: " + String.join("; ", wrong));
    }
}
