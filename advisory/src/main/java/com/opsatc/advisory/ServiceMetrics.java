package com.opsatc.advisory;

import com.opsatc.advisory.token.Rejection;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * What an operator may see of the service's use, as Prometheus text: requests by route and status, latency, refused tokens.
 *
 * <p>Every label is from a closed set: no tenant, no path, no subject ever becomes one.
 */
final class ServiceMetrics {
    /** Upper bounds of the latency buckets, seconds; beside them everything slower. */
    private static final double[] BOUNDS = {0.005, 0.025, 0.1, 0.5, 2, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("opsatc_advisory_requests_total")
            .help("Answered requests by route and status.")
            .labelNames("route", "status")
            .register(registry);
    private final Histogram latency = Histogram.builder()
            .name("opsatc_advisory_request_duration_seconds")
            .help("Time from request to answer by route.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .withoutExemplars()
            .register(registry);
    private final Counter refusals = Counter.builder()
            .name("opsatc_advisory_auth_failures_total")
            .help("Refused access tokens by reason.")
            .labelNames("reason")
            .register(registry);
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder()
            .setIncludeCreatedTimestamps(false)
            .build();

    ServiceMetrics() {
        Stream.concat(Route.ALL.stream(), Stream.of(Route.OTHER))
                .forEach(route -> latency.initLabelValues(route.label()));
        for (Rejection reason : Rejection.values()) {
            refusals.initLabelValues(reason.label());
        }
    }

    void answered(Route route, int status, long tookNanos) {
        requests.labelValues(route.label(), Integer.toString(status)).inc();
        latency.labelValues(route.label()).observe(Unit.nanosToSeconds(tookNanos));
    }

    void refused(Rejection reason) {
        refusals.labelValues(reason.label()).inc();
    }

    /** Prometheus text exposition format 0.0.4, series in a fixed order. */
    String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write metrics to memory", e);
        }

        return text.toString(StandardCharsets.UTF_8);
    }
}
