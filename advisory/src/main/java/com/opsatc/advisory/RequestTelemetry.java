package com.opsatc.advisory;

import com.opsatc.advisory.token.Access;
import com.opsatc.contract.document.Documents;
import com.opsatc.instrumentation.Endpoint;
import com.opsatc.instrumentation.Feature;
import com.opsatc.instrumentation.Operation;
import com.opsatc.instrumentation.PlatformTelemetry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Tells the platform's telemetry of requests whose token was accepted; of others there is nobody to tell of.
 *
 * <p>Routes are told by their templates, features by a closed list: nothing that a request says gets any further.
 */
final class RequestTelemetry {
    private static final int OK = 200;
    private static final Map<Route, Endpoint> ENDPOINTS = Map.of(
            Route.of(Documents.CONTEXT),
            Endpoint.CONTEXT,
            Route.of(Documents.KPIS),
            Endpoint.KPIS,
            Route.of(Documents.FINDINGS),
            Endpoint.FINDINGS,
            Route.FINDING,
            Endpoint.FINDING,
            Route.of(Documents.REPORT),
            Endpoint.REPORT);
    private static final Map<Route, Feature> FEATURES = Map.of(
            Route.of(Documents.CONTEXT),
            Feature.CONTEXT,
            Route.of(Documents.KPIS),
            Feature.KPIS,
            Route.of(Documents.FINDINGS),
            Feature.FINDINGS,
            Route.FINDING,
            Feature.FINDINGS,
            Route.of(Documents.REPORT),
            Feature.REPORT);

    private final PlatformTelemetry telemetry;
    private final InstantSource clock;

    RequestTelemetry(PlatformTelemetry telemetry, InstantSource clock) {
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** What a route is told as; {@link Endpoint#OTHER} of those that answer with no document of a tenant. */
    static Endpoint endpoint(Route route) {
        return ENDPOINTS.getOrDefault(route, Endpoint.OTHER);
    }

    void answered(Route route, String method, int status, Access access, long tookNanos) {
        Instant end = clock.instant();
        telemetry.operation(Operation.request(
                endpoint(route), method, status, access.tenant(), access.subject(), end.minusNanos(tookNanos), end));
        if (status == OK && FEATURES.containsKey(route)) {
            telemetry.featureUsed(FEATURES.get(route), access.tenant(), access.subject());
        }
    }
}
