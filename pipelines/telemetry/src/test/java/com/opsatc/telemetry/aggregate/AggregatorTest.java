package com.opsatc.telemetry.aggregate;

import static com.opsatc.telemetry.aggregate.AggregatorRuns.MONDAY;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.NO_LATENCY;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.TUESDAY;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.request;
import static com.opsatc.telemetry.aggregate.AggregatorRuns.run;
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

import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lane of the tenants: their vectors of a day. */
class AggregatorTest {
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
        ExactVectors found = run(Days.upTo(MONDAY), file);

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
        ExactVectors found = run(Days.after(MONDAY.minusDays(1), TUESDAY.plusDays(1), 48), file);

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
        ExactVectors found = run(Days.after(MONDAY.minusDays(1), TUESDAY, 48), file);

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
        FileMark read = com.opsatc.telemetry.input.IngestInventory.of(List.of(file), List.of())
                .marks()
                .get(0);
        Days days = Days.after(MONDAY.minusDays(1), MONDAY, 48);

        assertThat(run(days, file).vectors().get(MONDAY).get("activity")).containsExactly(327L);
        ExactVectors again = run(days, List.of(read), file);
        assertThat(again.vectors().get(MONDAY).get("activity")).containsExactly(0L);
        assertThat(again.counts().refused()).isEqualTo(Map.of(Refusal.SEEN_BEFORE, 1L));

        ExactVectors grown = run(days, List.of(read), InputFiles.write(file, early, later));
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
        Aggregator.run(
                request(new Days(MONDAY, TUESDAY, 0), List.of(), file), () -> lent[0] = keys.get(), Runner.direct(2));

        assertThat(keys.drawn()).isEqualTo(2);
        assertThat(lent[0]).containsOnly(0);
    }

    private static List<Long> latency(int bucket, long units) {
        List<Long> cells = new java.util.ArrayList<>(NO_LATENCY);
        cells.set(bucket, units);
        return cells;
    }
}
