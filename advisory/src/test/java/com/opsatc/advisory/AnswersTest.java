package com.opsatc.advisory;

import static com.opsatc.advisory.RunningService.ACME;
import static com.opsatc.advisory.RunningService.TAMPERED;
import static com.opsatc.advisory.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswersTest {
    private static final String CANARY = "canary5e1f";
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = new RunningService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "context,context.json,application/json",
        "kpis,kpis.json,application/json",
        "findings,findings.json,application/json",
        "report,report.html,text/html;charset=utf-8"
    })
    void get_ofADocument_answersItsBytes(String name, String document, String mediaType) throws Exception {
        HttpResponse<byte[]> answer = service.getAs(ACME, "/v1/tenants/acme/" + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Samples.documents(ACME).get(document));
        assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "?run=9f86d081884c7d65,200",
        "?as-of=2026-03-31,200",
        "?run=other,404",
        "?as-of=2026-03-30,404",
        "?as-of=yesterday,400",
        "?as-of=2026-03-31&run=9f86d081884c7d65,400"
    })
    void get_ofANamedRun_answersThatOneAlone(String query, int status) throws Exception {
        assertThat(service.getAs(ACME, "/v1/tenants/acme/kpis" + query).statusCode())
                .isEqualTo(status);
    }

    @Test
    void get_ofTheRuns_listsWhatCanBeAskedFor() throws Exception {
        assertThat(RunningService.text(service.getAs(ACME, "/v1/tenants/acme/runs")))
                .isEqualTo("{\"runs\":[{\"current\":true,\"logical_date\":\"2026-03-31\",\"published_at\":"
                        + "\"2026-03-31T10:00:00Z\",\"run_id\":\"9f86d081884c7d65\"}],\"tenant\":\"acme\"}");
    }

    @Test
    void get_ofAFinding_answersItWithItsDocumentsHeader() throws Exception {
        var all = CanonicalJson.tree(Samples.documents(ACME).get(Documents.FINDINGS.name()));

        HttpResponse<byte[]> answer = service.getAs(ACME, "/v1/tenants/acme/findings/" + Samples.FINDING_ID);

        assertThat(CanonicalJson.tree(answer.body()))
                .isEqualTo(CanonicalJson.toTree(Map.of(
                        "header",
                        all.path("header"),
                        "finding",
                        all.path("findings").get(0))));

        HttpResponse<byte[]> member = service.getAs(ACME, "/v1/tenants/acme/findings/" + Samples.MEMBER_ID);

        assertThat(CanonicalJson.tree(member.body()).path("finding"))
                .isEqualTo(all.path("findings").get(0).path("members").get(0));
    }

    /** What cannot be answered has a status of its own, and never a word of the request. */
    @ParameterizedTest
    @CsvSource({
        "?kpi=K-order-to-cash-cycle-time&where=period%20%3D%202013-W11, 403",
        "?kpi=K-order-to-cash-cycle-time&where=canary, 400",
        "?kpi=K-order-to-cash-cycle-time, 400",
        "?where=period%20%3D%202013-W10, 400",
        "?kpi=K-canary&where=period%20%3D%202013-W10, 404",
    })
    void get_ofASliceThatIsNone_saysWhyByItsStatus(String query, int status) throws Exception {
        HttpResponse<byte[]> answer = service.getAs(ACME, "/v1/tenants/acme/slice" + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(RunningService.text(answer)).contains("\"status\":" + status).doesNotContain("canary", "2013");
    }

    static List<Route> routes() {
        return Route.ALL;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void head_ofEveryRoute_hasTheHeadersOfGetAndNoBody(Route route) throws Exception {
        String path = route.path().replace("{tenant}", "acme").replace("{id}", Samples.FINDING_ID)
                + (route.equals(Route.SLICE) ? Samples.SLICE_QUERY : "");
        String bearer = "Authorization: Bearer " + service.token(ACME);
        if (route.equals(Route.METRICS)) {
            assertThat(service.raw("HEAD", path))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("\r\n\r\n");
            return;
        }

        String get = service.raw("GET", path, bearer);
        String head = service.raw("HEAD", path, bearer);

        assertThat(get).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(head)
                .isEqualTo(get.substring(0, get.indexOf("\r\n\r\n") + 4))
                .contains("Content-Length: ");
        if (path.startsWith("/v1")) {
            assertThat(service.raw("HEAD", path)).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void get_ofAnything_carriesTheProtectiveHeaders() throws Exception {
        for (String path : new String[] {"/v1/tenants/acme/context", "/v1/tenants/x/context", "/healthz", "/metrics"}) {
            var headers = service.getAs(ACME, path).headers();

            assertThat(headers.allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("Vary")).containsExactly("Authorization");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
            assertThat(headers.map()).doesNotContainKeys("etag", "server", "date", "last-modified", "set-cookie");
        }
    }

    @Test
    void get_ofTheReport_isSandboxedAndKeepsItsOwnPolicy() throws Exception {
        assertThat(service.getAs(ACME, "/v1/tenants/acme/report").headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void get_ofATamperedDocument_answersUnavailableWithoutContent() throws Exception {
        for (String name : new String[] {"context", "report", "findings/" + Samples.FINDING_ID}) {
            HttpResponse<byte[]> answer = service.getAs(TAMPERED, "/v1/tenants/tampered/" + name);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(text(answer))
                    .isEqualTo(
                            "{\"detail\":\"The service is busy, or the document could not be read and verified, so it"
                                    + " is withheld: then the service's log says why. Try again"
                                    + " later.\",\"status\":503,\"title\":\"Service Unavailable\","
                                    + "\"type\":\"about:blank\"}");
        }
    }

    @Test
    void get_whenTheStoreFailsUnexpectedly_answersInternalErrorWithoutItsMessage() throws Exception {
        AdvisoryConfig config = AdvisoryConfig.local(0, service.tokens.rules(), () -> RunningService.NOW, () -> 0L);
        try (AdvisoryServer failing = AdvisoryServer.start(config, new Answering(() -> {
            throw new IllegalStateException(CANARY);
        }))) {
            String answer = rawTo(failing, "/v1/tenants/acme/context");

            assertThat(answer)
                    .startsWith("HTTP/1.1 500 ")
                    .contains("application/problem+json")
                    .doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY", "PROPFIND", "get"})
    void otherMethod_onAnyRoute_isNotAllowed(String method) throws Exception {
        String answer = service.raw(method, "/v1/tenants/acme/context", "Authorization: Bearer " + service.token(ACME));

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains("\r\nAllow: GET, HEAD\r\n")
                .contains("problem+json");
    }

    @Test
    void get_withABody_isRefused() throws Exception {
        String bearer = "Authorization: Bearer " + service.token(ACME);

        assertThat(service.raw("GET", "/v1/tenants/acme/context", bearer, "Content-Length: 1", "", "x"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(service.raw("GET", "/healthz", "Transfer-Encoding: chunked", "", "0", ""))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/tenants/canary5e1f/context",
                "/canary5e1f",
                "/canary5e1f?q=canary5e1f",
                "/%00canary5e1f",
                "/canary5e1f%2f..%2f",
                "/canary5e1f/%2e%2e/x",
                "/<script>canary5e1f",
                "/%zzcanary5e1f",
                "/canary5e1f\u0000"
            })
    void get_ofAnyNonsense_answersAProblemThatRepeatsNothing(String target) throws Exception {
        String answer = service.raw(
                "GET", target, "Authorization: Bearer " + service.token(ACME), "X-" + CANARY + ": " + CANARY);

        assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|404) .*")
                .contains("application/problem+json")
                .contains("nosniff")
                .doesNotContain(CANARY);
    }

    @Test
    void get_withHeadersBeyondTheLimit_isRefusedAsAProblem() throws Exception {
        String answer = service.raw("GET", "/healthz", "X-Long: " + CANARY.repeat(2_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json")
                .contains("8 KiB")
                .doesNotContain(CANARY);
    }

    @Test
    void unknownRoute_withAToken_isAProblem() throws Exception {
        HttpResponse<byte[]> answer = service.getAs(ACME, "/v1/tenants/acme/secrets");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(text(answer))
                .isEqualTo("{\"detail\":\"There is no such document for this token. The paths are in /openapi.json.\","
                        + "\"status\":404,\"title\":\"Not Found\",\"type\":\"about:blank\"}");
    }

    @Test
    void unknownRouteUnderV1_withoutAToken_isUnauthorized() throws Exception {
        assertThat(service.get("/v1/anything").statusCode()).isEqualTo(401);
        assertThat(service.get("/anything").statusCode()).isEqualTo(404);
    }

    @Test
    void get_acceptingCompression_isAnsweredUncompressed() throws Exception {
        HttpResponse<byte[]> answer = service.get("/openapi.json", "Accept-Encoding", "gzip, br, zstd");

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).startsWith((byte) '{');
    }

    @Test
    void start_byDefault_listensOnLoopbackOnly() throws Exception {
        assertThat(service.server.address().getHost()).isEqualTo("127.0.0.1");
        java.net.InetAddress other = java.net.NetworkInterface.networkInterfaces()
                .flatMap(java.net.NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .findFirst()
                .orElse(java.net.InetAddress.getByName("127.0.0.2"));

        assertThatThrownBy(() -> new Socket(other, service.server.port()).close())
                .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void start_onATakenPort_fails() {
        AdvisoryConfig taken =
                AdvisoryConfig.local(service.server.port(), service.tokens.rules(), () -> RunningService.NOW, () -> 0L);

        assertThatThrownBy(() -> AdvisoryServer.start(taken, new Answering(Optional::empty)))
                .hasMessageContaining("ort");
    }

    private static String rawTo(AdvisoryServer other, String path) throws Exception {
        try (Socket socket = new Socket(AdvisoryConfig.LOOPBACK, other.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                                    + service.token(new TenantId("acme")) + "\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Answers every document alike. */
    private record Answering(Supplier<Optional<byte[]>> documents) implements PublishedDocuments {
        @Override
        public Optional<byte[]> document(Asker asker, AskedRun asked, String name) {
            return documents.get();
        }

        @Override
        public Optional<PublishedRuns> runs(Asker asker) {
            return Optional.empty();
        }
    }
}
