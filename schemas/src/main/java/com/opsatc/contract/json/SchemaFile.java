package com.opsatc.contract.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The JSON Schema (2020-12) of one concept that crosses a boundary: a file beside this class, named after the concept.
 *
 * <p>A document names the schema it was written by ({@link #id}, {@link #version}). An optional property is an addition;
 * whatever could break a reader is a new version beside the old one.
 */
public enum SchemaFile {
    AGEING("ageing", "1.0.0"),
    AUDIT_ENTRY("audit-entry", "1.0.0"),
    BOTTLENECKS("bottlenecks", "1.0.0"),
    CITATION("citation", "1.0.0"),
    CONNECTOR("connector", "1.0.0"),
    CONTEXT("context", "2.2.0"),
    DEFINITION("definition", "1.0.0"),
    DEFINITION_REF("definition-ref", "1.0.0"),
    DEFINITIONS("definitions", "1.0.0"),
    DELIVERY_NOTE("delivery-note", "1.0.0"),
    EDGES("edges", "1.0.0"),
    EVIDENCE("evidence", "1.0.0"),
    EXPORT("export", "1.0.0"),
    FINDINGS("findings", "1.0.0"),
    HEADER("header", "1.0.0"),
    INTERVAL("interval", "1.0.0"),
    KPIS("kpis", "1.0.0"),
    LEVER("lever", "1.0.0"),
    MANIFEST("manifest", "1.0.0"),
    QUALITY("quality", "1.0.0"),
    RECOMMENDATIONS("recommendations", "1.0.0"),
    RULES("rules", "1.0.0"),
    SCHEDULE("schedule", "1.0.0"),
    TELEMETRY_CELL("telemetry-cell", "1.0.0"),
    TELEMETRY_LEDGER("telemetry-ledger", "1.0.0"),
    TELEMETRY_MANIFEST("telemetry-manifest", "1.0.0"),
    TELEMETRY_PROBE("telemetry-probe", "1.0.0"),
    TELEMETRY_RELEASE("telemetry-release", "1.0.0"),
    TELEMETRY_VIEW("telemetry-view", "1.0.0"),
    TELEMETRY_WINDOW("telemetry-window", "1.0.0"),
    TENANT("tenant", "1.0.0"),
    VARIANTS("variants", "1.0.0"),
    WAITING("waiting", "1.0.0"),
    WINDOW("window", "1.0.0");

    static final String SUFFIX = ".schema.json";

    private final String concept;
    private final String version;

    SchemaFile(String concept, String version) {
        this.concept = concept;
        this.version = version;
    }

    /** The schema of a concept, by its name, e.g. {@code kpis}; an unknown name is refused with the legal ones. */
    public static SchemaFile of(String concept) {
        requireNonNull(concept, "concept");
        return Arrays.stream(values())
                .filter(file -> file.concept.equals(concept))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No schema of that name; there are " + concepts()));
    }

    /** The schema that calls itself by that {@code $id}; empty for an id of nobody's here. */
    static Optional<SchemaFile> ofId(String id) {
        return Arrays.stream(values()).filter(file -> file.id().equals(id)).findFirst();
    }

    /** The name of the concept, e.g. {@code kpis}. */
    public String concept() {
        return concept;
    }

    /** Model, revision, addition: what {@code schema_version} of a document says. */
    public String version() {
        return version;
    }

    /** The schema's {@code $id}: what {@code schema} of a document says. It is a name, never fetched. */
    public String id() {
        return "https://opsatc.com/schemas/" + concept + "/" + version;
    }

    /** The schema itself, as UTF-8. */
    public byte[] bytes() {
        try (InputStream in =
                SchemaFile.class.getResourceAsStream("/com/opsatc/contract/schemas/" + concept + SUFFIX)) {
            return requireNonNull(in, concept).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the schema of " + concept + " from the class path", e);
        }
    }

    private static List<String> concepts() {
        return Arrays.stream(values()).map(SchemaFile::concept).toList();
    }
}
