package com.opsatc.contract.json;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Checks documents against their JSON Schemas.
 *
 * <p>Schemas come from the class path and from nowhere else: a reference to anything that is not one of
 * {@link SchemaFile} fails, it is never fetched. {@code format} is asserted, not only noted.
 */
public final class ContractSchemas {
    private static final int SHOWN = 20;

    private static final Map<String, String> TEXT_BY_ID = Arrays.stream(SchemaFile.values())
            .collect(toMap(SchemaFile::id, file -> new String(file.bytes(), StandardCharsets.UTF_8)));

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(TEXT_BY_ID)
                    .schemaLoader(
                            loader -> loader.allow(iri -> TEXT_BY_ID.containsKey(withoutFragment(iri.toString())))));

    private static final Map<SchemaFile, Schema> SCHEMAS = new EnumMap<>(SchemaFile.class);

    private ContractSchemas() {}

    /**
     * Checks the bytes of a document.
     *
     * @throws PipelineException (configuration) naming every broken rule and its place, at most 20, and no value
     */
    public static void validate(SchemaFile file, byte[] json) {
        List<SchemaViolation> violations = violations(file, CanonicalJson.tree(json));
        if (violations.isEmpty()) {
            return;
        }

        String shown = violations.stream().limit(SHOWN).map(Object::toString).collect(joining("; "));
        String rest = violations.size() > SHOWN ? "; and " + (violations.size() - SHOWN) + " more" : "";
        throw new PipelineException(
                ErrorCode.CONFIGURATION,
                "Not a valid " + file.concept() + " document of version " + file.version() + ": " + shown + rest);
    }

    /** As {@link #validate(SchemaFile, byte[])}, by the concept's name. */
    public static void validate(String concept, byte[] json) {
        validate(SchemaFile.of(concept), json);
    }

    /** Every rule the document breaks, ordered by place, then rule; empty when it is valid. */
    public static List<SchemaViolation> violations(SchemaFile file, JsonNode document) {
        return schema(file)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(SchemaViolation::of)
                .distinct()
                .sorted()
                .toList();
    }

    private static synchronized Schema schema(SchemaFile file) {
        return SCHEMAS.computeIfAbsent(file, wanted -> REGISTRY.getSchema(SchemaLocation.of(wanted.id())));
    }

    private static String withoutFragment(String iri) {
        int hash = iri.indexOf('#');
        return hash < 0 ? iri : iri.substring(0, hash);
    }
}
