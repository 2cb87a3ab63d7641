package com.opsatc.advisory;

import static com.opsatc.advisory.RunningService.ACME;
import static com.opsatc.advisory.RunningService.TAMPERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.opsatc.contract.json.CanonicalJson;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description is checked with nothing but itself: what it promises is what the service does. */
final class OpenApiTest {
    private static final String ROOT = "https://opsatc.com/openapi";
    private static RunningService service;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        service = new RunningService();
        document = CanonicalJson.tree(service.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void paths_ofTheDescription_areExactlyTheRoutes() {
        TreeSet<String> described = new TreeSet<>();
        document.path("paths").fieldNames().forEachRemaining(described::add);

        assertThat(document.path("openapi").textValue()).isEqualTo("3.1.0");
        assertThat(described)
                .containsExactlyInAnyOrder(
                        "/healthz",
                        "/metrics",
                        "/openapi.json",
                        "/v1/tenants/{tenant}/ageing",
                        "/v1/tenants/{tenant}/context",
                        "/v1/tenants/{tenant}/findings",
                        "/v1/tenants/{tenant}/findings/{id}",
                        "/v1/tenants/{tenant}/kpis",
                        "/v1/tenants/{tenant}/recommendations",
                        "/v1/tenants/{tenant}/report",
                        "/v1/tenants/{tenant}/rules",
                        "/v1/tenants/{tenant}/runs",
                        "/v1/tenants/{tenant}/slice",
                        "/v1/tenants/{tenant}/waiting");
        document.path("paths").forEach(path -> assertThat(names(path)).containsExactly("get", "head"));
    }

    @Test
    void operations_underV1_needATokenAndNoOtherDoes() {
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().forEach(operation -> {
                    boolean secured = path.getKey().startsWith("/v1/");
                    assertThat(operation.path("security").size())
                            .as(path.getKey())
                            .isEqualTo(secured ? 1 : 0);
                    assertThat(names(operation.path("responses")).contains("401"))
                            .isEqualTo(secured);
                    assertThat(operation.path("summary").textValue()).isNotBlank();
                }));
    }

    @Test
    void references_insideTheDescription_allResolveWithinIt() {
        Map<String, JsonNode> byId = new HashMap<>();
        document.path("components")
                .path("schemas")
                .forEach(schema -> byId.put(schema.path("$id").asText(), schema));

        walk(document, document, (root, ref) -> {
            int hash = ref.indexOf('#');
            JsonNode target = hash == 0 ? root : byId.get(hash < 0 ? ref : ref.substring(0, hash));
            assertThat(target).as(ref).isNotNull();
            if (hash >= 0) {
                assertThat(target.at(ref.substring(hash + 1)).isMissingNode())
                        .as(ref)
                        .isFalse();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tenants/{tenant}/context,acme,200",
        "/v1/tenants/{tenant}/kpis,acme,200",
        "/v1/tenants/{tenant}/findings,acme,200",
        "/v1/tenants/{tenant}/findings/{id},acme,200",
        "/v1/tenants/{tenant}/report,acme,200",
        "/v1/tenants/{tenant}/runs,acme,200",
        "/v1/tenants/{tenant}/slice,acme,200",
        "/v1/tenants/{tenant}/slice,globex,404",
        "/v1/tenants/{tenant}/report,globex,404",
        "/v1/tenants/{tenant}/context,tampered,503",
        "/healthz,acme,200",
        "/metrics,acme,200",
        "/openapi.json,acme,200"
    })
    void answer_ofEveryRoute_isAsDescribed(String path, String tenant, int status) throws Exception {
        String target = path.replace("{tenant}", tenant).replace("{id}", Samples.FINDING_ID)
                + (path.endsWith("slice") ? Samples.SLICE_QUERY : "");
        HttpResponse<byte[]> answer = service.getAs(status == 503 ? TAMPERED : ACME, target);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertDescribed(document.path("paths").path(path).path("get"), answer);
    }

    @Test
    void refusal_withoutToken_isAsDescribed() throws Exception {
        HttpResponse<byte[]> answer = service.get("/v1/tenants/acme/context");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertDescribed(document.at("/paths/~1v1~1tenants~1{tenant}~1context/get"), answer);
    }

    private static void assertDescribed(JsonNode operation, HttpResponse<byte[]> answer) {
        JsonNode response = operation.path("responses").path(String.valueOf(answer.statusCode()));
        JsonNode described = response.has("$ref")
                ? document.at(response.path("$ref").textValue().substring(1))
                : response;
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        assertThat(names(described.path("content"))).containsExactly(type);
        if (type.endsWith("json")) {
            assertThat(schema(described.path("content").path(type).path("schema"))
                            .validate(CanonicalJson.tree(answer.body())))
                    .isEmpty();
        }
        described
                .path("headers")
                .fields()
                .forEachRemaining(header -> assertThat(answer.headers().firstValue(header.getKey()))
                        .contains(header.getValue().path("schema").path("const").textValue()));
    }

    /** A schema of the description, with the description's own components and nothing else to resolve against. */
    private static Schema schema(JsonNode schema) {
        Map<String, String> byId = new HashMap<>();
        document.path("components")
                .path("schemas")
                .fields()
                .forEachRemaining(component -> byId.put(
                        component.getValue().has("$id")
                                ? component.getValue().path("$id").textValue()
                                : ROOT + "/" + component.getKey(),
                        component.getValue().toString()));
        String text = schema.toString().replace("#/components/schemas/", ROOT + "/");
        byId.put(ROOT, text);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId))
                .getSchema(SchemaLocation.of(ROOT));
    }

    private static TreeSet<String> names(JsonNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void walk(JsonNode root, JsonNode node, java.util.function.BiConsumer<JsonNode, String> check) {
        JsonNode resource = node.has("$id") && node.has("$schema") ? node : root;
        if (node.path("$ref").isTextual()) {
            check.accept(resource, node.path("$ref").textValue());
        }
        node.forEach(child -> walk(resource, child, check));
    }
}
