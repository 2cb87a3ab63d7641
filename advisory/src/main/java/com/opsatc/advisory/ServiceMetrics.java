package com.opsatc.advisory;

import com.opsatc.advisory.token.Rejection;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What an operator may see of the service's use, as Prometheus text: requests by route and status, latency, refused tokens.
 *
 * <p>Every label is from a closed set: no tenant, no path, no subject ever becomes one.
 */
final class ServiceMetrics {
    /** Upper bounds of the latency buckets, nanoseconds; beside them everything slower. */
    private static final long[] BOUNDS = {
        5_000_000L, 25_000_000L, 100_000_000L, 500_000_000L, 2_000_000_000L, 10_000_000_000L
    };

    private static final String REQUESTS = "opsatc_advisory_requests_total";
    private static final String LATENCY = "opsatc_advisory_request_duration_seconds";
    private static final String REFUSALS = "opsatc_advisory_auth_failures_total";

    private record RequestKey(Route route, int status) implements Comparable<RequestKey> {
        @Override
        public int compareTo(RequestKey other) {
            int byRoute = route.compareTo(other.route);
            return byRoute != 0 ? byRoute : Integer.compare(status, other.status);
        }
    }

    private final Map<RequestKey, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<Route, AtomicLongArray> buckets = new EnumMap<>(Route.class);
    private final Map<Route, LongAdder> nanos = new EnumMap<>(Route.class);
    private final Map<Rejection, LongAdder> refusals = new EnumMap<>(Rejection.class);

    ServiceMetrics() {
        for (Route route : Route.values()) {
            buckets.put(route, new AtomicLongArray(BOUNDS.length + 1));
            nanos.put(route, new LongAdder());
        }
        for (Rejection reason : Rejection.values()) {
            refusals.put(reason, new LongAdder());
        }
    }

    void answered(Route route, int status, long tookNanos) {
        requests.computeIfAbsent(new RequestKey(route, status), key -> new LongAdder())
                .increment();
        int bucket = 0;
        while (bucket < BOUNDS.length && tookNanos > BOUNDS[bucket]) {
            bucket++;
        }

        buckets.get(route).incrementAndGet(bucket);
        nanos.get(route).add(tookNanos);
    }

    void refused(Rejection reason) {
        refusals.get(reason).increment();
    }

    /** Prometheus text exposition format 0.0.4, series in a fixed order. */
    String text() {
        StringBuilder text = new StringBuilder();
        head(text, REQUESTS, "counter", "Answered requests by route and status.");
        new TreeMap<>(requests)
                .forEach((key, count) -> text.append(REQUESTS)
                        .append("{route=\"")
                        .append(key.route().label())
                        .append("\",status=\"")
                        .append(key.status())
                        .append("\"} ")
                        .append(count.sum())
                        .append('\n'));
        head(text, LATENCY, "histogram", "Time from request to answer by route.");
        buckets.forEach((route, counts) -> latency(text, route, counts));
        head(text, REFUSALS, "counter", "Refused access tokens by reason.");
        refusals.forEach((reason, count) -> text.append(REFUSALS)
                .append("{reason=\"")
                .append(reason.label())
                .append("\"} ")
                .append(count.sum())
                .append('\n'));
        return text.toString();
    }

    private void latency(StringBuilder text, Route route, AtomicLongArray counts) {
        String label = "{route=\"" + route.label() + "\"";
        long total = 0;
        for (int i = 0; i < counts.length(); i++) {
            total += counts.get(i);
            String bound = i < BOUNDS.length ? seconds(BOUNDS[i]) : "+Inf";
            text.append(LATENCY)
                    .append("_bucket")
                    .append(label)
                    .append(",le=\"")
                    .append(bound)
                    .append("\"} ")
                    .append(total)
                    .append('\n');
        }

        text.append(LATENCY)
                .append("_sum")
                .append(label)
                .append("} ")
                .append(seconds(nanos.get(route).sum()))
                .append('\n');
        text.append(LATENCY)
                .append("_count")
                .append(label)
                .append("} ")
                .append(total)
                .append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static String seconds(long nanos) {
        return nanos == 0
                ? "0"
                : BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }
}
