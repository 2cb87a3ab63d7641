package com.opsatc.telemetry.aggregate;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.featureUsed;
import static com.opsatc.telemetry.testing.Otlp.logs;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static com.opsatc.telemetry.testing.Otlp.status;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.NezhaSpans;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.Manifests;
import com.opsatc.telemetry.testing.RealData;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregatorTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final SortedMap<ProbeSource, List<Path>> NO_PROBE = new TreeMap<>();
    private static final List<Long> NO_LATENCY = java.util.Collections.nCopies(15, 0L);

    @TempDir
    private Path folder;

    @Test
    void run_twoTenants_sumsTheirBoundedVectors() {
        Path file = InputFiles.write(
                folder.resolve("in"),
                metrics(resource("web", "acme"), duration(point("2026-03-02T10:00:00Z", 2, 10, user("ann")))),
                metrics(resource("web", "acme"), duration(point("2026-03-02T11:00:00Z", 2, 10, user("ann")))),
                spans(resource("opsatc-run", "bolt"), span("2026-03-02T12:00:00Z", 20_000, status(500))),
                logs(resource("web", "bolt"), featureUsed("2026-03-02T12:00:00Z", "findings", user("bob"))));
        Aggregation found = run(Days.upTo(MONDAY), file);

        // acme: 20 operations of one user, 20 * 32.768 = 655.36; bolt: one failed operation: 32, 655.36 failed, over
        // the clip.
        assertThat(found.vectors())
                .isEqualTo(Map.of(
                        MONDAY,
                        Map.of(
                                "activity", List.of(655L + 32),
                                "errors", List.of(655L, 655L + 32, 32L),
                                "latency", latency(2, 655 + 32),
                                "features", List.of(0L, 327L, 0L, 0L, 0L))));
        assertThat(found.counts().points()).isEqualTo(4);
        assertThat(found.counts().pointsUsed()).isEqualTo(4);
        assertThat(found.counts().lines()).isEqualTo(4);
        assertThat(found.counts().files()).isEqualTo(1);
    }

    @Test
    void run_daysWithoutData_haveVectorsOfZeros() {
        Path file = InputFiles.write(
                folder.resolve("in"), metrics(resource("web", "acme"), duration(point("2026-03-03T10:00:00Z", 0, 10))));
        Aggregation found = run(Days.after(MONDAY.minusDays(1), TUESDAY.plusDays(1), 48), file);

        Map<String, List<Long>> zeros = Map.of(
                "activity", List.of(0L),
                "errors", List.of(0L, 0L, 0L),
                "latency", NO_LATENCY,
                "features", List.of(0L, 0L, 0L, 0L, 0L));
        assertThat(found.vectors().keySet()).containsExactly(MONDAY, TUESDAY, TUESDAY.plusDays(1));
        assertThat(found.vectors().get(MONDAY))
                .isEqualTo(zeros)
                .isEqualTo(found.vectors().get(TUESDAY.plusDays(1)));
        assertThat(found.vectors().get(TUESDAY).get("activity")).containsExactly(327L);
    }

    @Test
    void run_noFiles_coversItsDays() {
        assertThat(run(Days.after(MONDAY, TUESDAY, 48)).vectors().keySet()).containsExactly(TUESDAY);
    }

    @Test
    void run_signalsAndIdentities_areAsked() {
        Path file = InputFiles.write(
                folder.resolve("in"),
                spans(resource("web", "acme"), span("2026-03-02T12:00:00Z", 1)),
                metrics(resource("opsatc-run", "acme"), duration(point("2026-03-02T12:00:00Z", 0, 1))),
                metrics(resource("web", "opsatc-probe"), duration(point("2026-03-02T12:00:00Z", 0, 1))),
                metrics(resource("web", "acme"), duration(point("2026-03-04T00:00:00Z", 0, 1))),
                metrics(resource("web", "acme"), duration(point("2026-02-27T00:00:00Z", 0, 1))));
        Aggregation found = run(Days.after(MONDAY.minusDays(1), TUESDAY, 48), file);

        assertThat(found.counts().refused())
                .isEqualTo(Map.of(
                        Refusal.OTHER_SIGNAL, 2L,
                        Refusal.PROBE_IN_TENANT_LANE, 1L,
                        Refusal.NOT_YET, 1L,
                        Refusal.LATE, 1L));
        assertThat(found.counts().pointsUsed()).isZero();
    }

    @Test
    void run_lateEvents_countOnTheFirstDayUnlessTheFileWasRead() {
        String early = metrics(resource("web", "acme"), duration(point("2026-03-01T10:00:00Z", 0, 10)));
        String later = metrics(resource("web", "acme"), duration(point("2026-03-01T11:00:00Z", 0, 10)));
        Path file = InputFiles.write(folder.resolve("in"), early);
        FileMark read = com.opsatc.telemetry.input.Inventory.of(List.of(file), List.of())
                .marks()
                .get(0);
        Days days = Days.after(MONDAY.minusDays(1), MONDAY, 48);

        assertThat(run(days, file).vectors().get(MONDAY).get("activity")).containsExactly(327L);
        Aggregation again = run(days, List.of(read), file);
        assertThat(again.vectors().get(MONDAY).get("activity")).containsExactly(0L);
        assertThat(again.counts().refused()).isEqualTo(Map.of(Refusal.SEEN_BEFORE, 1L));

        Aggregation grown = run(days, List.of(read), InputFiles.write(file, early, later));
        assertThat(grown.vectors().get(MONDAY).get("activity")).containsExactly(327L);
        assertThat(grown.counts().refused()).isEqualTo(Map.of(Refusal.SEEN_BEFORE, 1L));
    }

    @Test
    void run_keys_areOneADayAndForgotten() {
        Path file = InputFiles.write(
                folder.resolve("in"),
                metrics(
                        resource("web", "acme"),
                        duration(point("2026-03-02T10:00:00Z", 0, 1), point("2026-03-03T10:00:00Z", 0, 1))),
                metrics(resource("web", "bolt"), duration(point("2026-03-02T10:00:00Z", 0, 1))));
        CountingKeys keys = new CountingKeys();
        byte[][] lent = new byte[1][];
        Aggregator.run(request(Days.upTo(TUESDAY), List.of(), file), () -> lent[0] = keys.get(), Runner.direct(2));

        assertThat(keys.drawn()).isEqualTo(2);
        assertThat(lent[0]).containsOnly(0);
    }

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
        Aggregation found = probe(Manifests.shipped(), ProbeSource.OTLP, List.of(file));

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
        List<Path> files = RealData.files("nezha/trace");
        Manifest manifest =
                Manifests.withProbeServices(List.of("ts-route-service", "ts-gateway-service", "ts-train-service"));
        Aggregation found = probe(manifest, ProbeSource.NEZHA_SPANS, files);

        // The folder's README counts duplicates (179,170 spans); these are of the 178,156 distinct ones, computed
        // apart.
        assertThat(found.figures().stream().map(AggregatorTest::shown))
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
            Manifest manifest = Manifests.withProbeServices(SERVICES);
            ProbeTally tally = new ProbeTally(ProbeSource.NEZHA_SPANS, manifest, TUESDAY);
            for (Path file : RealData.files("nezha/trace")) {
                new NezhaSpans(manifest).read(List.of(InputFiles.part(file)), tally);
            }
            Map<ProbeKey, ProbeSums> sums = new HashMap<>();
            tally.finish(sums::put);
            return Figures.of(sums).stream().collect(Collectors.toMap(ProbeFigures::service, figures -> figures));
        }
    }

    @Test
    void run_accessLog_givesItsErrorRateByDay() {
        Aggregation found = probe(Manifests.shipped(), ProbeSource.ACCESS_LOG, RealData.files("apache_access"));

        // 217 of 4xx and 3 of 5xx in 10,000 lines: 2.2 %.
        assertThat(found.figures().stream()
                        .filter(figures -> figures.service().equals("_ALL"))
                        .map(AggregatorTest::shown))
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

    private static List<Long> latency(int bucket, long units) {
        List<Long> cells = new java.util.ArrayList<>(NO_LATENCY);
        cells.set(bucket, units);
        return cells;
    }

    private Aggregation run(Days days, Path... files) {
        return run(days, List.of(), files);
    }

    private Aggregation run(Days days, List<FileMark> known, Path... files) {
        return Aggregator.run(request(days, known, files), new CountingKeys(), Runner.direct(2));
    }

    private static Request request(Days days, List<FileMark> known, Path... files) {
        return new Request(Manifests.shipped(), days, List.of(files), NO_PROBE, known, Request.RANGE_BYTES);
    }

    private static Aggregation probe(Manifest manifest, ProbeSource source, List<Path> files) {
        SortedMap<ProbeSource, List<Path>> probe = new TreeMap<>(Map.of(source, files));
        return Aggregator.run(
                new Request(manifest, Days.upTo(TUESDAY), List.of(), probe, List.of(), Request.RANGE_BYTES),
                new CountingKeys(),
                Runner.direct(2));
    }
}
