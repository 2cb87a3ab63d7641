package com.opsatc.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.release.SeededRelease;
import com.opsatc.telemetry.testing.SampleManifests;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WindowFiguresTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final long TENANT = 65_536;
    private static final Manifest MANIFEST = SampleManifests.shipped();

    @Test
    void ofSums_knownCells_givesKnownFigures() {
        long[] latency = new long[15];
        // 60 % at most 5 ms, 30 % between 10 and 25 ms, 10 % above 10 s.
        latency[0] = 60_000 * TENANT;
        latency[2] = 30_000 * TENANT;
        latency[14] = 10_000 * TENANT;

        Map<String, WindowRow> rows = figures(Map.of(
                "activity", new long[] {70_000 * TENANT},
                "errors", new long[] {14_000 * TENANT, 70_000 * TENANT, 7_000 * TENANT},
                "latency", latency,
                "features",
                        new long[] {7 * 500 * TENANT, 7 * 400 * TENANT, 7 * 300 * TENANT, 7 * 200 * TENANT, -7 * TENANT
                        }));

        assertThat(value(rows, "active_weight")).isEqualTo("10000.000000");
        // 0.05 * 14000 / 70000
        assertThat(value(rows, "error_ratio")).isEqualTo("0.010000");
        assertThat(value(rows, "over_clip_share")).isEqualTo("0.100000");
        // 50 of the first 60 % of 0 to 5 ms.
        assertThat(value(rows, "latency_p50")).isEqualTo("4167.000000");
        assertThat(rows.get("latency_p95").value()).isNull();
        assertThat(rows.get("latency_p95").precision()).isEqualTo(Precision.LOW_PRECISION);
        assertThat(value(rows, "latency_share_le/5000")).isEqualTo("0.600000");
        assertThat(value(rows, "latency_share_le/25000")).isEqualTo("0.900000");
        assertThat(value(rows, "latency_share_le/10000000")).isEqualTo("0.900000");
        assertThat(value(rows, "feature_users/report")).isEqualTo("500.000000");
        assertThat(value(rows, "feature_users/_OTHER")).isEqualTo("0.000000");
        assertThat(rows.get("feature_users/_OTHER").precision()).isEqualTo(Precision.LOW_PRECISION);
        assertThat(rows.get("error_ratio").precision()).isEqualTo(Precision.OK);
        assertThat(rows.get("active_weight").daysReleased()).isEqualTo(7);
        assertThat(rows).hasSize(1 + 2 + 3 + 14 + 5);
    }

    @Test
    void intervals_ofEveryFigure_holdItsValueAndAreNotNegative() {
        List<WindowRow> rows = new WindowFigures(MANIFEST, fleet(30)).from(FIRST);

        assertThat(rows).filteredOn(row -> row.value() != null).isNotEmpty().allSatisfy(row -> {
            assertThat(row.ciLow()).isBetween(BigDecimal.ZERO, row.value());
            assertThat(row.ciHigh()).isGreaterThanOrEqualTo(row.value());
        });
    }

    @Test
    void shares_upToBounds_neverFall() {
        List<WindowRow> rows = new WindowFigures(MANIFEST, fleet(30))
                .endingOn(FIRST.plusDays(29)).stream()
                        .filter(row -> row.metric().equals("latency_share_le") && row.windowDays() == 28)
                        .toList();

        assertThat(rows).hasSize(14);
        assertThat(rows).extracting(WindowRow::value).isSorted();
    }

    @Test
    void from_daysWithheldAndMissing_addsUpTheReleasedOnes() {
        List<PublishedDay> days = new SeededRelease(MANIFEST, 3)
                .released(FIRST, WindowFiguresTest::large)
                .withheld(FIRST.plusDays(1), ReleaseStatus.LOST)
                .withheld(FIRST.plusDays(2), ReleaseStatus.SUPPRESSED_BUDGET)
                .released(FIRST.plusDays(9), WindowFiguresTest::large)
                .days();

        List<WindowRow> rows = new WindowFigures(MANIFEST, days).from(FIRST);

        List<WindowRow> week = rows.stream()
                .filter(row -> row.metric().equals("active_weight") && row.windowDays() == 7)
                .toList();
        assertThat(week)
                .extracting(WindowRow::endDay)
                .containsExactlyElementsOf(FIRST.datesUntil(FIRST.plusDays(10)).toList());
        assertThat(week).extracting(WindowRow::daysReleased).containsExactly(1, 1, 1, 1, 1, 1, 1, 0, 0, 1);
        WindowRow none = week.get(8);
        assertThat(none.precision()).isEqualTo(Precision.SUPPRESSED);
        assertThat(none.value()).isNull();
        assertThat(none.ciLow()).isNull();
        assertThat(none.epsYear()).isNull();
        assertThat(week.get(9).epsYear()).isEqualTo(days.get(3).release().get(0).epsYearToDate());
    }

    @Test
    void from_smallFleet_isOfLowPrecision() {
        List<WindowRow> rows = new WindowFigures(
                        MANIFEST,
                        new SeededRelease(MANIFEST, 5)
                                .released(FIRST, block -> TENANT)
                                .days())
                .from(FIRST);

        assertThat(rows)
                .filteredOn(row -> row.metric().equals("error_ratio"))
                .extracting(WindowRow::precision)
                .containsOnly(Precision.LOW_PRECISION);
    }

    @Test
    void from_daysInAnyOrder_givesTheSameRows() {
        List<PublishedDay> days = fleet(10);
        List<PublishedDay> shuffled = new ArrayList<>(days);
        Collections.reverse(shuffled);

        assertThat(new WindowFigures(MANIFEST, shuffled).from(FIRST))
                .isEqualTo(new WindowFigures(MANIFEST, days).from(FIRST));
    }

    @Test
    void from_daysOfAnotherManifest_leavesThemOut() {
        List<PublishedDay> days = new ArrayList<>(fleet(2));
        days.addAll(new SeededRelease(SampleManifests.withFleetMinimum(30), 1)
                .released(FIRST.plusDays(2), block -> TENANT)
                .days());

        assertThat(new WindowFigures(MANIFEST, days).from(FIRST))
                .isEqualTo(new WindowFigures(MANIFEST, days.subList(0, 2)).from(FIRST));
    }

    @Test
    void from_noDay_isEmpty() {
        assertThat(new WindowFigures(MANIFEST, List.of()).from(FIRST)).isEmpty();
    }

    private static List<PublishedDay> fleet(int days) {
        SeededRelease release = new SeededRelease(MANIFEST, 11);
        for (int day = 0; day < days; day++) {
            release.released(FIRST.plusDays(day), WindowFiguresTest::large);
        }
        return release.days();
    }

    private static long large(Block block) {
        return 2000 * TENANT;
    }

    private static Map<String, WindowRow> figures(Map<String, long[]> sums) {
        Map<String, WindowRow> rows = new TreeMap<>();
        new WindowFigures(MANIFEST, List.of())
                .ofSums(FIRST, 7, sums)
                .forEach(row -> rows.put(row.metric() + (row.key().isEmpty() ? "" : "/" + row.key()), row));
        return rows;
    }

    private static String value(Map<String, WindowRow> rows, String figure) {
        return rows.get(figure).value().toPlainString();
    }
}
