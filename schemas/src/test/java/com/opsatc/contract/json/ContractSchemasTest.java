package com.opsatc.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.opsatc.contract.SchemaText;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ExportManifest;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.quality.DeliveryNote;
import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.WindowRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

public final class ContractSchemasTest {
    public static final Map<SchemaFile, Class<?>> RECORDS = Map.ofEntries(
            Map.entry(SchemaFile.AGEING, AgeingDocument.class),
            Map.entry(SchemaFile.AUDIT_ENTRY, AuditEntry.class),
            Map.entry(SchemaFile.BOTTLENECKS, BottlenecksDocument.class),
            Map.entry(SchemaFile.CITATION, Citation.class),
            Map.entry(SchemaFile.CONTEXT, ContextFile.class),
            Map.entry(SchemaFile.DEFINITION, Definition.class),
            Map.entry(SchemaFile.DEFINITION_REF, DefinitionRef.class),
            Map.entry(SchemaFile.DEFINITIONS, DefinitionsDocument.class),
            Map.entry(SchemaFile.DELIVERY_NOTE, DeliveryNote.class),
            Map.entry(SchemaFile.EDGES, EdgesDocument.class),
            Map.entry(SchemaFile.EVIDENCE, Evidence.class),
            Map.entry(SchemaFile.EXPORT, ExportManifest.class),
            Map.entry(SchemaFile.FINDINGS, FindingsDocument.class),
            Map.entry(SchemaFile.HEADER, DocumentHeader.class),
            Map.entry(SchemaFile.INTERVAL, Interval.class),
            Map.entry(SchemaFile.KPIS, KpisDocument.class),
            Map.entry(SchemaFile.LEVER, Lever.class),
            Map.entry(SchemaFile.MANIFEST, RunManifest.class),
            Map.entry(SchemaFile.QUALITY, QualityDocument.class),
            Map.entry(SchemaFile.RECOMMENDATIONS, RecommendationsDocument.class),
            Map.entry(SchemaFile.RULES, RulesDocument.class),
            Map.entry(SchemaFile.TELEMETRY_CELL, CellRow.class),
            Map.entry(SchemaFile.TELEMETRY_LEDGER, LedgerRow.class),
            Map.entry(SchemaFile.TELEMETRY_MANIFEST, TelemetryManifest.class),
            Map.entry(SchemaFile.TELEMETRY_PROBE, ProbeFigures.class),
            Map.entry(SchemaFile.TELEMETRY_RELEASE, ReleaseRow.class),
            Map.entry(SchemaFile.TELEMETRY_VIEW, TelemetryView.class),
            Map.entry(SchemaFile.TELEMETRY_WINDOW, WindowRow.class),
            Map.entry(SchemaFile.VARIANTS, VariantsDocument.class),
            Map.entry(SchemaFile.WAITING, WaitingDocument.class),
            Map.entry(SchemaFile.WINDOW, Window.class));

    @Test
    void schemaFiles_onTheClassPath_areExactlyTheListedOnes() throws Exception {
        Path folder = Path.of(SchemaFile.class
                .getResource("/com/opsatc/contract/schemas/kpis" + SchemaFile.SUFFIX)
                .toURI());
        try (Stream<Path> files = Files.list(folder.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString().replace(SchemaFile.SUFFIX, "")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(SchemaFile.values())
                            .map(SchemaFile::concept)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void schema_ofEveryConcept_namesItselfAndIsAValidSchema(SchemaFile file) {
        JsonNode schema = CanonicalJson.tree(file.bytes());

        assertThat(schema.path("$id").textValue()).isEqualTo(file.id());
        assertThat(schema.path("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(metaSchemaErrors(file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyObject_inEverySchema_isClosedAndDescribesEveryProperty(SchemaFile file) {
        TreeSet<String> undescribed = new TreeSet<>();
        TreeSet<String> open = new TreeSet<>();
        SchemaText.walk(CanonicalJson.tree(file.bytes()), (pointer, node) -> {
            if (node.path("type").asText().equals("object") && !node.has("additionalProperties")) {
                open.add(pointer);
            }

            node.path("properties").fields().forEachRemaining(property -> {
                boolean condition = pointer.endsWith("/if") || pointer.endsWith("/then") || pointer.endsWith("/else");
                if (!condition
                        && property.getValue().path("description").asText().isBlank()) {
                    undescribed.add(pointer + "/" + property.getKey());
                }
            });
        });

        assertThat(undescribed).isEmpty();
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reference_inEverySchema_staysOnTheClassPath(SchemaFile file) {
        SchemaText.walk(CanonicalJson.tree(file.bytes()), (pointer, node) -> {
            if (node.has("$ref") && !node.path("$ref").textValue().startsWith("#/$defs/")) {
                assertThat(Arrays.stream(SchemaFile.values()).map(SchemaFile::id))
                        .contains(node.path("$ref").textValue());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void example_ofEveryConcept_validatesAndSurvivesItsRecord(SchemaFile file) throws Exception {
        byte[] example = resource("examples/" + file.concept() + ".json");

        ContractSchemas.validate(file.concept(), example);

        Class<?> type = RECORDS.get(file);
        if (type != null) {
            byte[] written = CanonicalJson.write(CanonicalJson.read(example, type));
            assertThat(new String(written, StandardCharsets.UTF_8))
                    .isEqualTo(new String(
                            CanonicalJson.write(sorted(CanonicalJson.tree(example))), StandardCharsets.UTF_8));
            ContractSchemas.validate(file, written);
        }
    }

    @ParameterizedTest
    @MethodSource("invalidExamples")
    void invalidExample_ofAConcept_failsWithItsStatedMessage(String concept, String name) throws Exception {
        String message =
                new String(resource("invalid/" + concept + "/" + name + ".message.txt"), StandardCharsets.UTF_8);

        assertThatThrownBy(
                        () -> ContractSchemas.validate(concept, resource("invalid/" + concept + "/" + name + ".json")))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Not a valid " + concept + " document of version "
                        + SchemaFile.of(concept).version() + ": " + message.strip());
    }

    @Test
    void invalidExamples_coverEveryConcept() throws Exception {
        assertThat(invalidExamples().map(example -> (String) example[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SchemaFile.values())
                        .map(SchemaFile::concept)
                        .toList());
    }

    @Test
    void validate_withManyBrokenRules_namesTwentyAndCountsTheRest() {
        StringBuilder json = new StringBuilder("{\"definitions\":[");
        for (int i = 0; i < 30; i++) {
            json.append(i == 0 ? "" : ",").append("7");
        }

        assertThatThrownBy(() -> ContractSchemas.validate(
                        SchemaFile.DEFINITIONS, json.append("]}").toString().getBytes(StandardCharsets.UTF_8)))
                .hasMessageEndingWith("; and 11 more")
                .hasMessageContaining("/definitions/0: type: expected object")
                .hasMessageContaining("/: required: header is missing");
    }

    @Test
    void validate_brokenByAValue_neverRepeatsTheValue() throws Exception {
        ObjectNode example = (ObjectNode) CanonicalJson.tree(resource("examples/context.json"));
        example.put("canary-key", "canary-value");
        ((ObjectNode) example.path("labels").get(0)).put("trust", "canary-value");
        ((ObjectNode) example.path("labels").get(1)).put("text", "canary-value".repeat(20));
        ((ObjectNode) example.path("header")).put("tenant", "canary-value/..");
        ((ObjectNode) example.path("header")).put("canary value\n", 1);

        assertThatThrownBy(() -> ContractSchemas.validate(SchemaFile.CONTEXT, CanonicalJson.write(example)))
                .satisfies(error -> assertThat(error.getMessage())
                        .doesNotContain("canary-value", "canary value", "\n")
                        .contains("/header: additionalProperties: unknown property ?"));
    }

    @Test
    void schemaFile_ofUnknownConcept_isRefusedWithTheLegalOnes() {
        assertThatThrownBy(() -> SchemaFile.of("kpi"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kpis")
                .hasMessageContaining("manifest");
    }

    static Stream<Object[]> invalidExamples() throws Exception {
        Path folder = Path.of(ContractSchemasTest.class.getResource("invalid").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            List<Object[]> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Object[] {
                        file.getParent().getFileName().toString(),
                        file.getFileName().toString().replace(".json", "")
                    })
                    .toList();
            return found.stream();
        }
    }

    private static List<String> metaSchemaErrors(SchemaFile file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(CanonicalJson.tree(file.bytes()))
                .stream()
                .map(com.networknt.schema.Error::toString)
                .toList();
    }

    private static Object sorted(JsonNode node) {
        return SchemaText.sorted(node);
    }

    private static byte[] resource(String name) throws Exception {
        try (var in = ContractSchemasTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
