package com.opsatc.advisory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The service's description (OpenAPI 3.1): the hand-kept file beside this class, with the contract schemas put in under
 * their names, so that every reference by {@code $id} resolves inside the one document.
 */
final class OpenApi {
    private OpenApi() {}

    static byte[] document() {
        ObjectNode document = (ObjectNode) CanonicalJson.tree(file());
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        for (SchemaFile schema : SchemaFile.values()) {
            schemas.set(schema.concept(), CanonicalJson.tree(schema.bytes()));
        }

        return CanonicalJson.pretty(document).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] file() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(in, "openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read openapi.json from the class path", e);
        }
    }
}
