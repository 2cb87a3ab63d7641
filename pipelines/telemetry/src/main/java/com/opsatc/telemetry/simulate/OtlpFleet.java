package com.opsatc.telemetry.simulate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes the telemetry of a simulated fleet as OTLP JSON lines: duration histograms (6 of 10 points), server spans (3) and
 * feature events (1).
 *
 * <p>Tenants' daily volumes are lognormal around 2,000 operations, their error rates gamma distributed around 1 %, durations a
 * mixture of lognormals (95 % around 60 ms, 5 % around 900 ms). The same parameters give the same bytes.
 *
 * @param users of each tenant
 * @param pointsPerUserDay of all three signals together
 */
public record OtlpFleet(int tenants, int users, LocalDate first, int days, int pointsPerUserDay, long seed) {
    private static final double MEDIAN_OPERATIONS = 2000;
    private static final double VOLUME_SIGMA = 1.0;
    private static final double MEAN_ERROR_RATE = 0.01;
    private static final int MOST_DRAWN = 32;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int POINTS_A_LINE = 64;
    private static final long TENANT_PLACE = -1;

    public OtlpFleet {
        requireNonNull(first, "first");
        if (tenants < 0 || users < 1 || days < 1 || pointsPerUserDay < 1) {
            throw new IllegalArgumentException("Invalid fleet: expected at least one user, day and point");
        }
    }

    /** Points of the whole fleet. */
    public long points() {
        return Math.multiplyExact((long) tenants * users * days, (long) pointsPerUserDay);
    }

    /** The name of a tenant, from 0. */
    public static String tenant(int index) {
        return "fleet-" + index;
    }

    /** Writes the lines of all tenants; the stream is left open. */
    public void write(Manifest manifest, OutputStream out) throws IOException {
        write(manifest, 0, tenants, out);
    }

    /** Writes the lines of the tenants from one to before another. */
    public void write(Manifest manifest, int from, int to, OutputStream out) throws IOException {
        for (int tenant = from; tenant < to; tenant++) {
            write(manifest, tenant, tenant(tenant), out);
        }
    }

    /** Writes the lines of the first tenant under another name, as the probe's are. */
    public void writeAs(Manifest manifest, String name, OutputStream out) throws IOException {
        write(manifest, 0, requireNonNull(name, "name"), out);
    }

    private void write(Manifest manifest, int tenant, String name, OutputStream out) throws IOException {
        Block latency = manifest.block(BlockKind.LATENCY).orElseThrow();
        List<String> features =
                manifest.block(BlockKind.FEATURES).map(Block::keys).orElse(List.of());
        for (int day = 0; day < days; day++) {
            for (int user = 0; user < users; user++) {
                new UserDayWriter(tenant, name, day, user, latency.boundsUs(), features).write(out);
            }
        }
    }

    /** The lines of one user on one day. */
    private final class UserDayWriter {
        private final FleetDraws draws;
        private final OtlpText text = new OtlpText();
        private final String tenant;
        private final String user;
        private final List<Long> boundsUs;
        private final List<String> features;
        private final long startNanos;
        private final double errorRate;
        private final long operations;

        private UserDayWriter(int tenant, String name, int day, int user, List<Long> boundsUs, List<String> features) {
            FleetDraws ofTenant = new FleetDraws(seed, tenant, TENANT_PLACE);
            double volume = ofTenant.lognormal(MEDIAN_OPERATIONS, VOLUME_SIGMA);
            this.errorRate = Math.min(0.5, ofTenant.gamma2(MEAN_ERROR_RATE));
            this.draws = new FleetDraws(seed, tenant, day, user);
            this.tenant = name;
            this.user = "user-" + user;
            this.boundsUs = boundsUs;
            this.features = features;
            this.startNanos = first.plusDays(day).toEpochDay() * DAY_NANOS;
            this.operations = Math.max(1, Math.round(volume / users / pointsPerUserDay * 10 / 6));
        }

        private void write(OutputStream out) throws IOException {
            int histograms = (pointsPerUserDay * 6 + 9) / 10;
            int spans = Math.min(pointsPerUserDay - histograms, pointsPerUserDay * 3 / 10);
            int events = pointsPerUserDay - histograms - spans;
            for (int left = histograms; left > 0; left -= POINTS_A_LINE) {
                histograms(Math.min(left, POINTS_A_LINE));
            }
            for (int left = spans; left > 0; left -= POINTS_A_LINE) {
                spans(Math.min(left, POINTS_A_LINE));
            }
            for (int left = events; left > 0; left -= POINTS_A_LINE) {
                events(Math.min(left, POINTS_A_LINE));
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        private void histograms(int count) {
            text.openMetrics(tenant);
            for (int i = 0; i < count; i++) {
                text.histogramPoint(i > 0, time(), buckets(), boundsUs, user, draws.uniform() < errorRate);
            }
            text.closeMetrics();
        }

        private void spans(int count) {
            text.openSpans(tenant);
            for (int i = 0; i < count; i++) {
                long start = time();
                // The day is the one in which the span ends.
                long end = Math.min(start + 1000 * durationUs(), startNanos + DAY_NANOS - 1);
                text.span(i > 0, start, end, user, draws.uniform() < errorRate);
            }
            text.closeSpans();
        }

        private void events(int count) {
            text.openLogs(tenant);
            for (int i = 0; i < count; i++) {
                int feature = draws.below(features.size() + 2);
                text.event(i > 0, time(), user, feature < features.size() ? features.get(feature) : "other-" + feature);
            }
            text.closeLogs();
        }

        private long time() {
            return startNanos + (long) (draws.uniform() * DAY_NANOS);
        }

        private long durationUs() {
            boolean slow = draws.uniform() < 0.05;
            return Math.min(60_000_000L, (long) (slow ? draws.lognormal(900_000, 0.5) : draws.lognormal(60_000, 0.8)));
        }

        private long[] buckets() {
            long[] buckets = new long[boundsUs.size() + 1];
            int drawn = (int) Math.min(operations, MOST_DRAWN);
            for (int i = 0; i < drawn; i++) {
                // What is left over after equal shares goes to the first ones.
                long share = operations / drawn + (i < operations % drawn ? 1 : 0);
                buckets[bucket(durationUs())] += share;
            }
            return buckets;
        }

        private int bucket(long durationUs) {
            int bucket = 0;
            while (bucket < boundsUs.size() && durationUs > boundsUs.get(bucket)) {
                bucket++;
            }
            return bucket;
        }
    }
}
