package com.opsatc.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.advisory.token.Forgeries;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No forged token opens anything over real HTTP, and all refusals look the same. */
final class TokenForgeryTest {
    private static final String PATH = "/v1/tenants/acme/context";
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = new RunningService();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void get_withEveryForgery_answersTheSameUnauthorized() throws Exception {
        Map<String, String> forgeries = Forgeries.all(keyId(), RunningService.NOW.getEpochSecond());
        Set<String> bodies = new LinkedHashSet<>();

        for (Map.Entry<String, String> forgery : forgeries.entrySet()) {
            HttpResponse<byte[]> answer = service.get(PATH, "Authorization", "Bearer " + forgery.getValue());
            assertThat(answer.statusCode()).as(forgery.getKey()).isEqualTo(401);
            bodies.add(answer.headers().map() + RunningService.text(answer));
        }

        assertThat(forgeries).hasSizeGreaterThan(150);
        assertThat(bodies).hasSize(1);
        assertThat(service.asked).isEmpty();
    }

    @Test
    void get_withTheGenuineToken_isAnswered() throws Exception {
        String genuine = Forgeries.genuine(keyId(), RunningService.NOW.getEpochSecond());

        assertThat(service.get(PATH, "Authorization", "bEARER " + genuine).statusCode())
                .isEqualTo(200);
        service.asked.clear();
    }

    @Test
    void get_withTheTokenElsewhereOrTwice_isUnauthorized() throws Exception {
        String genuine = service.token(RunningService.ACME);
        String bearer = "Authorization: Bearer " + genuine;

        assertUnauthorized(service.raw("GET", PATH));
        assertUnauthorized(service.raw("GET", PATH, bearer, bearer));
        assertUnauthorized(service.raw("GET", PATH, bearer, "authorization: Basic eDp5"));
        assertUnauthorized(service.raw("GET", PATH, "Authorization: " + genuine));
        assertUnauthorized(service.raw("GET", PATH, "Authorization: Bearer"));
        assertUnauthorized(service.raw("GET", PATH, "Authorization: Bearer  " + genuine));
        assertUnauthorized(service.raw("GET", PATH, "Authorization: Bearer\t" + genuine));
        assertUnauthorized(service.raw("GET", PATH, "Authorization: Token " + genuine));
        assertUnauthorized(service.raw("GET", PATH, "Authorization: Bearer " + genuine + ", Bearer " + genuine));
        assertUnauthorized(service.raw("GET", PATH, "Proxy-Authorization: Bearer " + genuine));
        assertUnauthorized(service.raw("GET", PATH, "Cookie: access_token=" + genuine));
        assertUnauthorized(service.raw("GET", PATH + "?access_token=" + genuine));
    }

    @Test
    void get_withoutTokenOnAnySpellingOfAPath_isNeverAnsweredWithADocument() throws Exception {
        for (String path : new String[] {
            "/%761/tenants/acme/context",
            "/V1/tenants/acme/context",
            "//v1/tenants/acme/context",
            "/./v1/tenants/acme/context",
            "/x/../v1/tenants/acme/context",
            "/v1;x/tenants/acme/context",
            "/v1/tenants/acme/context/",
            "/v1/tenants/acme/context;x",
            "/v1%2ftenants%2facme%2fcontext",
            "/healthz/../v1/tenants/acme/context",
            "http://localhost/v1/tenants/acme/context"
        }) {
            assertThat(service.raw("GET", path)).as(path).matches("(?s)HTTP/1.1 (400|401|404) .*");
        }
        assertThat(service.asked).isEmpty();
    }

    private static void assertUnauthorized(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 401 Unauthorized\r\n")
                .contains("\r\nWWW-Authenticate: Bearer realm=\"opsatc\"\r\n");
    }

    private static String keyId() {
        return service.tokens.rules().keys().get(0).id();
    }
}
