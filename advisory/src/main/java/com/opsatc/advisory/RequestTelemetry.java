package com.opsatc.advisory;

import com.opsatc.advisory.token.Access;
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
    private static final Map<Route, String> FEATURES = Map.of(
            Route.CONTEXT, "context",
            Route.KPIS, "kpis",
            Route.FINDINGS, "findings",
            Route.FINDING, "findings",
            Route.REPORT, "report");

    private final PlatformTelemetry telemetry;
    private final InstantSource clock;

    RequestTelemetry(PlatformTelemetry telemetry, InstantSource clock) {
        this.telemetry = telemetry;
        this.clock = clock;
    }

    void answered(Route route, String method, int status, Access access, long tookNanos) {
        Instant end = clock.instant();
        telemetry.operation(Operation.request(
                route.path() == null ? "_OTHER" : route.path(),
                method,
                status,
                access.tenant(),
                access.subject(),
                end.minusNanos(tookNanos),
                end));
        if (status == OK && FEATURES.containsKey(route)) {
            telemetry.featureUsed(FEATURES.get(route), access.tenant(), access.subject());
        }
    }
}
