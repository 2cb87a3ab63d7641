package com.opsatc.telemetry.aggregate;

import static com.opsatc.telemetry.aggregate.AggregatorRuns.MONDAY;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.NO_LATENCY;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.TUESDAY;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.probe;
import static com.opsatc.telemetry.testing.Otlp.featureUsed;
import static com.opsatc.telemetry.testing.Otlp.logs;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static com.opsatc.telemetry.testing.Otlp.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.telemetry.input.NezhaSpans;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.RealTelemetry;
import com.opsatc.telemetry.testing.SampleManifests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lane of the probes: exact figures of a day and a service. */
class ProbeFiguresTest {
    @TempDir
    private Path folder;

    @Test
    void run_probeOtlp_givesExactFigures() {
        Path file = InputFiles.write(
                folder.resolve("probe"),
                spans(
                        resource("opsatc-cli", "opsatc-probe"),
                        span("2026-03-02T10:00:00Z", 1000),
                        span("2026-03-02T10:00:00Z", 1000, status(503)),
                        span("2026-03-02T10:00:00Z", 4001)),
                spans(resource("elsewhere", "opsatc-probe"), span("2026-03-02T10:00:00Z", 6000)),
                spans(resource("opsatc-cli", "acme"), span("2026-03-02T10:00:00Z", 6000)),
                logs(resource("opsatc-cli", "opsatc-probe"), featureUsed("2026-03-02T12:00:00Z", "findings")));
        ExactVectors found = probe(SampleManifests.shipped(), ProbeSource.OTLP, List.of(file));

        assertThat(found.figures())
                .containsExactly(
                        new ProbeFigures(
                                MONDAY,
                                "otlp",
                                "_ALL",
                                4,
                                1L,
                                new BigDecimal("3000.250"),
                                2500L,
                                5400L,
                                5700L,
                                5940L,
                                6000L,
                                head(3, 1)),
                        new ProbeFigures(
                                MONDAY,
                                "otlp",
                                "_OTHER",
                                1,
                                0L,
                                new BigDecimal("6000.000"),
                                6000L,
                                6000L,
                                6000L,
                                6000L,
                                6000L,
                                head(0, 1)),
                        new ProbeFigures(
                                MONDAY,
                                "otlp",
                                "opsatc-cli",
                                3,
                                1L,
                                new BigDecimal("2000.333"),
                                1000L,
                                3401L,
                                3701L,
                                3941L,
                                4001L,
                                head(3, 0)));
        assertThat(found.probeCounts().refused())
                .isEqualTo(Map.of(Refusal.TENANT_IN_PROBE_LANE, 1L, Refusal.NOT_IN_PROBE_LANE, 1L));
        assertThat(found.counts().points()).isZero();
        assertThat(found.vectors().get(TUESDAY).get("activity")).containsExactly(0L);
    }

    @Test
    void run_nezhaSpans_givesTheFiguresOfItsDistinctSpans() {
        List<Path> files = RealTelemetry.files("nezha/trace");
        Manifest manifest = SampleManifests.withProbeServices(
                List.of("ts-route-service", "ts-gateway-service", "ts-train-service"));
        ExactVectors found = probe(manifest, ProbeSource.NEZHA_SPANS, files);

        // The folder's README counts duplicates (179,170 spans); these are of the 178,156 distinct ones, computed
        // apart.
        assertThat(found.figures().stream().map(ProbeFiguresTest::shown))
                .containsExactly(
                        "2023-01-30 _ALL 178156 null 63558.288 2984 68274 237694 1472914 8315938",
                        "2023-01-30 _OTHER 139043 null 47504.552 3602 48955 170980 1045743 7506560",
                        "2023-01-30 ts-gateway-service 7425 null 621680.244 201051 2087375 2619549 4538262 8315938",
                        "2023-01-30 ts-route-service 23033 null 3783.290 882 12352 14854 18541 683220",
                        "2023-01-30 ts-train-service 8655 null 1732.937 1207 2689 3017 3755 306202");
        assertThat(found.probeCounts().points()).isEqualTo(179_170);
        assertThat(found.probeCounts().pointsUsed()).isEqualTo(178_156);
        assertThat(found.probeCounts().refused()).isEqualTo(Map.of(Refusal.DUPLICATE_SPAN, 1_014L));
        assertThat(found.probeCounts().lines()).isEqualTo(179_170 + 51);
        assertThat(found.probeCounts().files()).isEqualTo(51);
    }

    /** What the folder's README says of the services, with the duplicates that lie in different files. */
    @ParameterizedTest
    @CsvSource({
        "ts-route-service,23178,3780.028,882,12355,14853,18509,683220",
        "ts-order-service,20581,11740.523,2718,14917,22218,247076,525780",
        "ts-config-service,18465,2534.195,1402,4158,6630,13899,226703",
        "ts-seat-service,15698,34849.181,15972,60850,130213,297448,1884569",
        "ts-order-other-service,13151,4257.595,2340,9916,12368,18710,106657",
        "ts-station-service,11840,2570.653,1505,4370,7290,12075,309563",
        "ts-basic-service,11204,103776.173,13402,223606,400528,2025330,7230912",
        "ts-travel-service,9125,165256.467,21023,377440,888724,2338437,6462678",
        "ts-train-service,8710,1730.733,1206,2687,3015,3757,306202",
        "ts-price-service,8645,3687.711,2485,5506,6194,9522,353696",
        "ts-gateway-service,7458,627007.145,201334,2092572,2631271,4548551,8315938",
        "ts-travel2-service,6791,148883.167,15551,332069,759682,2122797,7332427",
        "ts-inside-payment-service,3339,40762.101,10131,103515,182528,384795,1189613",
        "ts-security-service,3211,22061.399,1796,43437,85788,295415,538535",
        "ts-auth-service,2289,103525.633,1428,188219,234942,2185035,6286142"
    })
    void figures_nezhaFilesEachOnItsOwn_areThoseOfTheReadme(
            String service, long n, BigDecimal mean, long p50, long p90, long p95, long p99, long max) {
        assertThat(NezhaFiles.SEPARATE.get(service))
                .extracting(
                        ProbeFigures::operations,
                        ProbeFigures::meanUs,
                        ProbeFigures::p50Us,
                        ProbeFigures::p90Us,
                        ProbeFigures::p95Us,
                        ProbeFigures::p99Us,
                        ProbeFigures::maxUs)
                .containsExactly(n, mean, p50, p90, p95, p99, max);
    }

    /** The files, each read for itself: duplicates across files stay. */
    private static final class NezhaFiles {
        private static final List<String> SERVICES = List.of(
                "ts-route-service",
                "ts-order-service",
                "ts-config-service",
                "ts-seat-service",
                "ts-order-other-service",
                "ts-station-service",
                "ts-basic-service",
                "ts-travel-service",
                "ts-train-service",
                "ts-price-service",
                "ts-gateway-service",
                "ts-travel2-service",
                "ts-inside-payment-service",
                "ts-security-service",
                "ts-auth-service");
        private static final Map<String, ProbeFigures> SEPARATE = read();

        private static Map<String, ProbeFigures> read() {
            Manifest manifest = SampleManifests.withProbeServices(SERVICES);
            ProbeTally tally = new ProbeTally(ProbeSource.NEZHA_SPANS, manifest, TUESDAY);
            for (Path file : RealTelemetry.files("nezha/trace")) {
                new NezhaSpans(manifest).read(List.of(InputFiles.part(file)), tally);
            }
            Map<ProbeKey, ProbeSums> sums = new HashMap<>();
            tally.finish(sums::put);
            return ProbeSummary.of(sums).stream().collect(Collectors.toMap(ProbeFigures::service, figures -> figures));
        }
    }

    @Test
    void run_accessLog_givesItsErrorRateByDay() {
        ExactVectors found =
                probe(SampleManifests.shipped(), ProbeSource.ACCESS_LOG, RealTelemetry.files("apache_access"));

        // 217 of 4xx and 3 of 5xx in 10,000 lines: 2.2 %.
        assertThat(found.figures().stream()
                        .filter(figures -> figures.service().equals("_ALL"))
                        .map(ProbeFiguresTest::shown))
                .containsExactly(
                        "2015-05-17 _ALL 1632 30 null null null null null null",
                        "2015-05-18 _ALL 2893 66 null null null null null null",
                        "2015-05-19 _ALL 2896 66 null null null null null null",
                        "2015-05-20 _ALL 2579 58 null null null null null null");
        assertThat(found.figures())
                .allSatisfy(figures -> assertThat(figures.bucketCounts()).isEmpty());
        assertThat(found.probeCounts().pointsUsed()).isEqualTo(10_000);
        assertThat(found.probeCounts().refused()).isEmpty();
    }

    private static String shown(ProbeFigures figures) {
        return figures.day() + " " + figures.service() + " " + figures.operations() + " " + figures.errors() + " "
                + figures.meanUs() + " " + figures.p50Us() + " " + figures.p90Us() + " " + figures.p95Us() + " "
                + figures.p99Us() + " " + figures.maxUs();
    }

    private static List<Long> head(long first, long second) {
        List<Long> counts = new java.util.ArrayList<>(NO_LATENCY);
        counts.set(0, first);
        counts.set(1, second);
        return counts;
    }
}
