package com.opsatc.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every token against every URL: a tenant's own documents are answered, everything else is one and the same answer. */
final class TenantMatrixTest {
    private static final List<TenantId> TENANTS = List.of(
            RunningService.ACME,
            RunningService.GLOBEX,
            RunningService.SILENT,
            RunningService.TAMPERED,
            new TenantId("absent"));
    private static final List<String> NAMES = List.of(
            "context", "kpis", "findings", "findings/" + Samples.FINDING_ID, "report", "slice" + Samples.SLICE_QUERY);

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
    void get_ofEveryTenantsUrlsWithEveryTenantsToken_answersOwnDocumentsOnly() throws Exception {
        Set<String> refusals = new LinkedHashSet<>();
        List<String> answered = new ArrayList<>();
        for (TenantId holder : TENANTS) {
            for (TenantId named : TENANTS) {
                for (String name : NAMES) {
                    if (holder.equals(named) && holder.equals(RunningService.TAMPERED)) {
                        continue;
                    }

                    service.asked.clear();
                    String answer = get(holder, "/v1/tenants/" + named + "/" + name);
                    if (answer.startsWith("HTTP/1.1 200")) {
                        answered.add(holder + " " + named + " " + name);
                        assertThat(answer).contains(holder.value());
                    } else {
                        refusals.add(answer);
                    }
                    assertThat(service.asked).isEqualTo(holder.equals(named) ? List.of(holder) : List.of());
                }
            }
        }

        assertThat(answered)
                .containsExactlyElementsOf(List.of("acme", "globex").stream()
                        .flatMap(tenant -> NAMES.stream().map(name -> tenant + " " + tenant + " " + name))
                        .toList());
        assertThat(refusals).hasSize(1);
    }

    @Test
    void get_ofWhatDoesNotExist_isTheSameAnswerAsAForeignTenant() throws Exception {
        String foreign = get(RunningService.ACME, "/v1/tenants/globex/context");

        assertThat(foreign).startsWith("HTTP/1.1 404 Not Found\r\n");
        for (String path : new String[] {
            "/v1/tenants/absent/context",
            "/v1/tenants/acme/findings/F-unknown",
            "/v1/tenants/acme/findings/" + "F-".repeat(500),
            "/v1/tenants/acme/manifest",
            "/v1/tenants/acme",
            "/v1/tenants/ACME/context",
            "/v1/tenants/acme%20/context",
            "/v1/tenants/" + "a".repeat(300) + "/context",
            "/v1/tenants/%D0%B0cme/context",
            "/v1/tenants/acme/context/",
            "/v1/tenants/acme/Context",
            "/v1/nothing",
            "/nothing"
        }) {
            assertThat(get(RunningService.ACME, path)).as(path).isEqualTo(foreign);
        }
    }

    @Test
    void get_withATenantInTheQueryOrAHeader_followsTheTokenAlone() throws Exception {
        String own = get(RunningService.ACME, "/v1/tenants/acme/context");

        assertThat(get(RunningService.ACME, "/v1/tenants/acme/context?tenant=globex"))
                .isEqualTo(own);
        assertThat(service.raw(
                        "GET",
                        "/v1/tenants/acme/context",
                        "Authorization: Bearer " + service.token(RunningService.ACME),
                        "X-Tenant: globex",
                        "X-Original-URL: /v1/tenants/globex/context",
                        "X-Forwarded-Prefix: /v1/tenants/globex"))
                .isEqualTo(own);
    }

    private static String get(TenantId holder, String path) throws Exception {
        return service.raw("GET", path, "Authorization: Bearer " + service.token(holder));
    }
}
