package com.opsatc.contract.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedManifestTest {
    private static final Path MANIFEST =
            Path.of(System.getProperty("opsatc.root"), "conf", "telemetry", "manifest.yaml");

    @Test
    void validate_theShippedManifest_breaksNoRule() throws Exception {
        assertThat(ContractSchemas.violations(SchemaFile.TELEMETRY_MANIFEST, shipped()))
                .isEmpty();
    }

    @Test
    void read_theShippedManifest_hasTheCellsOfTheSpecification() throws Exception {
        TelemetryManifest manifest = CanonicalJson.read(CanonicalJson.write(shipped()), TelemetryManifest.class);

        assertThat(manifest.blocks())
                .extracting(TelemetryManifest.Block::kind, TelemetryManifest.Block::cells)
                .containsExactly(
                        tuple(BlockKind.ACTIVITY, 1),
                        tuple(BlockKind.ERRORS, 3),
                        tuple(BlockKind.LATENCY, 15),
                        tuple(BlockKind.FEATURES, 5));
    }

    private static JsonNode shipped() throws Exception {
        return YAMLMapper.builder(new YAMLFactory())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(Files.readAllBytes(MANIFEST));
    }
}
