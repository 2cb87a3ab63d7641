package com.opsatc.advisory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The service's description (OpenAPI 3.1): what is common is a hand-kept file beside this class, the paths are made from the
 * routes, and the contract schemas are put in under their names, so that every reference by {@code $id} resolves inside the one
 * document.
 */
final class OpenApi {
    private static final String REF = "$ref";

    private OpenApi() {}

    static byte[] document() {
        ObjectNode document = (ObjectNode) CanonicalJson.tree(file());
        ObjectNode paths = document.putObject("paths");
        for (Route route : Route.ALL) {
            ObjectNode path = paths.putObject(route.path());
            operation(path.putObject("get"), route, route.label(), route.title());
            operation(path.putObject("head"), route, route.label() + "Head", route.title() + ", headers only");
        }

        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        for (SchemaFile schema : SchemaFile.values()) {
            schemas.set(schema.concept(), CanonicalJson.tree(schema.bytes()));
        }

        return CanonicalJson.pretty(document).getBytes(StandardCharsets.UTF_8);
    }

    private static void operation(ObjectNode operation, Route route, String id, String summary) {
        operation.put("operationId", id).put("summary", summary).put("description", route.description());
        if (route.isOfATenant()) {
            parameter(operation, "tenant");
        }
        if (route.equals(Route.FINDING)) {
            parameter(operation, "finding");
        }
        if (route.equals(Route.SLICE)) {
            parameter(operation, "kpi");
            parameter(operation, "where");
        }
        if (route.document() != null) {
            parameter(operation, "run");
            parameter(operation, "as-of");
        }

        var security = operation.putArray("security");
        ObjectNode responses = operation.putObject("responses");
        answer(responses.putObject("200"), route);
        if (route.document() != null) {
            response(responses, 400, route.equals(Route.SLICE) ? "BadSlice" : "BadRun");
        }
        if (route.equals(Route.SLICE)) {
            response(responses, 403, "TooSmall");
        }
        if (route.isOfATenant()) {
            security.addObject().putArray("token");
            response(responses, 401, "Unauthorized");
            response(responses, 404, "NotFound");
            response(responses, 503, "Withheld");
        }
        response(responses, 405, "MethodNotAllowed");
        response(responses, 413, "BodyRefused");
    }

    private static void answer(ObjectNode answer, Route route) {
        answer.put("description", route.document() == null ? route.title() : route.title() + " of the run asked for");
        ObjectNode cache = answer.putObject("headers").putObject("Cache-Control");
        cache.put("description", "Always no-store.").putObject("schema").put("const", "no-store");
        ObjectNode schema = answer.putObject("content")
                .putObject(route.mediaType().replaceFirst(";.*", ""))
                .putObject("schema");
        boolean referred = route.schema().contains("/");
        schema.put(referred ? REF : "type", route.schema());
    }

    private static void parameter(ObjectNode operation, String name) {
        operation.withArray("parameters").addObject().put(REF, "#/components/parameters/" + name);
    }

    private static void response(ObjectNode responses, int status, String name) {
        responses.putObject(Integer.toString(status)).put(REF, "#/components/responses/" + name);
    }

    private static byte[] file() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return Objects.requireNonNull(in, "openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read openapi.json from the class path", e);
        }
    }
}
