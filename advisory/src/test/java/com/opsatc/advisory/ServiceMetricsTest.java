package com.opsatc.advisory;

import static com.opsatc.advisory.RunningService.ACME;
import static com.opsatc.advisory.RunningService.TAMPERED;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.advisory.token.Forgeries;
import com.opsatc.advisory.token.Rejection;
import com.opsatc.contract.document.Documents;
import org.junit.jupiter.api.Test;

final class ServiceMetricsTest {
    private static final Route KPIS = Route.of(Documents.KPIS);

    @Test
    void metrics_afterRequestsOfEveryKind_countThemWithoutNamingATenant() throws Exception {
        try (RunningService service = new RunningService()) {
            service.getAs(ACME, "/v1/tenants/acme/context");
            service.getAs(ACME, "/v1/tenants/acme/context");
            service.getAs(ACME, "/v1/tenants/globex/context");
            service.getAs(TAMPERED, "/v1/tenants/tampered/report");
            service.get("/v1/tenants/acme/context");
            service.send("POST", "/v1/tenants/acme/context");
            service.getAs(ACME, "/nowhere/acme");
            service.raw("GET", "/%zz");
            for (String forgery : Forgeries.all(
                            service.tokens.rules().keys().get(0).id(), RunningService.NOW.getEpochSecond())
                    .values()
                    .stream()
                    .limit(3)
                    .toList()) {
                service.get("/v1/tenants/acme/kpis", "Authorization", "Bearer " + forgery);
            }

            String metrics = RunningService.text(service.get("/metrics"));

            assertThat(metrics)
                    .contains("opsatc_advisory_requests_total{route=\"context\",status=\"200\"} 2.0\n")
                    .contains("opsatc_advisory_requests_total{route=\"context\",status=\"404\"} 1.0\n")
                    .contains("opsatc_advisory_requests_total{route=\"report\",status=\"503\"} 1.0\n")
                    .contains("opsatc_advisory_requests_total{route=\"other\",status=\"401\"} 4.0\n")
                    .contains("opsatc_advisory_requests_total{route=\"other\",status=\"405\"} 1.0\n")
                    .contains("opsatc_advisory_requests_total{route=\"other\",status=\"404\"} 1.0\n")
                    .contains("opsatc_advisory_requests_total{route=\"other\",status=\"400\"} 1.0\n")
                    .contains("opsatc_advisory_auth_failures_total{reason=\"missing\"} 1.0\n")
                    .contains("opsatc_advisory_request_duration_seconds_bucket{route=\"context\",le=\"0.005\"} 3\n")
                    .contains("opsatc_advisory_request_duration_seconds_count{route=\"context\"} 3\n")
                    .contains("opsatc_advisory_request_duration_seconds_sum{route=\"context\"} 0.003\n")
                    .doesNotContain("acme", "globex", "tampered", "development", "tenant");
        }
    }

    @Test
    void text_ofLatencies_fillsBucketsUpwardsInOrder() {
        ServiceMetrics metrics = new ServiceMetrics();
        metrics.answered(KPIS, 200, 5_000_000);
        metrics.answered(KPIS, 200, 5_000_001);
        metrics.answered(KPIS, 200, 11_000_000_000L);
        metrics.refused(Rejection.NOT_YET_VALID);

        assertThat(metrics.text())
                .contains("""
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="0.005"} 1
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="0.025"} 2
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="0.1"} 2
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="0.5"} 2
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="2.0"} 2
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="10.0"} 2
                        opsatc_advisory_request_duration_seconds_bucket{route="kpis",le="+Inf"} 3
                        opsatc_advisory_request_duration_seconds_count{route="kpis"} 3
                        opsatc_advisory_request_duration_seconds_sum{route="kpis"} 11.010000001
                        """)
                .contains("opsatc_advisory_auth_failures_total{reason=\"not-yet-valid\"} 1.0\n")
                .contains("# TYPE opsatc_advisory_request_duration_seconds histogram\n");
    }
}
