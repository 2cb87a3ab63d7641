package com.opsatc.jobs.report.testing;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.TelemetryView.BlockState;
import com.opsatc.contract.telemetry.TelemetryView.Budget;
import com.opsatc.contract.telemetry.WindowRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Views as a release of some months makes them: figures that wander in intervals of about the width of the real ones. */
public final class SampleTelemetry {
    public static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private static final int END_DAYS = 100;
    private static final List<Long> BOUNDS_US = List.of(
            5000L, 10000L, 25000L, 50000L, 75000L, 100000L, 250000L, 500000L, 750000L, 1000000L, 2500000L, 5000000L,
            7500000L, 10000000L);
    private static final double[] SHARES = {
        0.03, 0.08, 0.21, 0.4, 0.52, 0.61, 0.83, 0.92, 0.945, 0.96, 0.982, 0.991, 0.995, 0.997
    };

    private SampleTelemetry() {}

    /** A fleet of some hundred tenants, all blocks released on the last day, a lost day before. */
    public static TelemetryView released() {
        return view(FleetStage.S2, statuses(ReleaseStatus.RELEASED), windows(true), probe());
    }

    /** A fleet below the minimum; the windows hold the figures of better days, which must not be shown. */
    public static TelemetryView gated() {
        return view(FleetStage.S0, statuses(ReleaseStatus.SUPPRESSED_MIN_TENANTS), windows(false), probe());
    }

    /** Errors lost and latency without budget on the last day; activity and features as ever. */
    public static TelemetryView troubled() {
        return view(
                FleetStage.S1,
                List.of(
                        ReleaseStatus.RELEASED,
                        ReleaseStatus.LOST,
                        ReleaseStatus.SUPPRESSED_BUDGET,
                        ReleaseStatus.RELEASED),
                windows(true).stream()
                        .map(row -> row.metric().startsWith("latency") ? silent(row) : row)
                        .toList(),
                probe());
    }

    /** Nothing released and nothing probed. */
    public static TelemetryView empty() {
        TelemetryView some = gated();

        return new TelemetryView(
                some.schemaVersion(),
                some.manifestVersion(),
                some.manifestSha256(),
                some.codeVersion(),
                null,
                FleetStage.S0,
                20,
                new Budget("tenant-year", 8, "1/1000000", "263/250", "0/1", BigDecimal.ZERO, 0, 365),
                some.blocks(),
                List.of(),
                List.of(),
                List.of(),
                some.probeIdentity(),
                BOUNDS_US,
                some.neverRead());
    }

    private static List<ReleaseStatus> statuses(ReleaseStatus status) {
        return List.of(status, status, status, status);
    }

    private static TelemetryView view(
            FleetStage stage, List<ReleaseStatus> status, List<WindowRow> windows, List<ProbeFigures> probe) {
        return new TelemetryView(
                "1.0.0",
                "1",
                Sha256.of("manifest"),
                "0.1.0",
                LAST,
                stage,
                20,
                new Budget("tenant-year", 8, "1/1000000", "263/250", "162/625", new BigDecimal("3.611"), 90, 275),
                List.of(
                        block("activity", BlockKind.ACTIVITY, "Operations", 1, status.get(0), "41.667"),
                        block("errors", BlockKind.ERRORS, "Failed operations", 3, status.get(1), "24.056"),
                        block("latency", BlockKind.LATENCY, "Latency of operations", 15, status.get(2), "20.833"),
                        block(
                                "features",
                                BlockKind.FEATURES,
                                "Users of features under evaluation",
                                5,
                                status.get(3),
                                "29.463")),
                windows,
                ledger(),
                probe,
                "opsatc-probe",
                BOUNDS_US,
                List.of("bodies of logs", "exception.message", "url.*", "trace and span ids"));
    }

    private static BlockState block(
            String id, BlockKind kind, String title, int cells, ReleaseStatus status, String sigma) {
        return new BlockState(id, kind, title, cells, status, new BigDecimal(sigma));
    }

    private static List<WindowRow> windows(boolean lostDays) {
        List<WindowRow> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int days : List.of(7, 28, 91)) {
            double noise = Math.sqrt(28.0 / days);
            add(rows, random, days, "error_ratio", "", "ratio", 0.0102, 0.0016 * noise, lostDays);
            add(rows, random, days, "over_clip_share", "", "ratio", 0.021, 0.011 * noise, lostDays);
            add(rows, random, days, "latency_p50", "", "us", 71000, 6100 * noise, lostDays);
            add(rows, random, days, "latency_p95", "", "us", 803000, 171000 * noise, lostDays);
            add(rows, random, days, "latency_p99", "", "us", 4310000, 2100000 * noise, lostDays);
            add(rows, random, days, "active_weight", "", "weight", 214, 15.4 * noise, lostDays);
            for (int i = 0; i < SHARES.length; i++) {
                String key = BOUNDS_US.get(i).toString();
                add(rows, random, days, "latency_share_le", key, "ratio", SHARES[i], 0.0085 * noise, lostDays);
            }
            for (String key : List.of("report", "findings", "context", "explain", "_OTHER")) {
                add(
                        rows,
                        random,
                        days,
                        "feature_users",
                        key,
                        "weight",
                        9 + 17.0 * key.length() % 60,
                        10.9 * noise,
                        lostDays);
            }
        }
        rows.sort(Comparator.comparing(WindowRow::metric)
                .thenComparing(WindowRow::key)
                .thenComparing(WindowRow::windowDays)
                .thenComparing(WindowRow::endDay));

        return rows;
    }

    private static void add(
            List<WindowRow> rows,
            SplittableRandom random,
            int days,
            String metric,
            String key,
            String unit,
            double level,
            double half,
            boolean lostDays) {
        double wander = 0;
        for (int i = END_DAYS - 1; i >= 0; i--) {
            wander = wander * (1 - 1.0 / days) + random.nextGaussian() * half / 2 / Math.sqrt(days / 2.0 + 1);
            boolean lost = lostDays && days == 7 && i >= 60 && i < 70;
            double most = unit.equals("ratio") ? 1 : Double.MAX_VALUE;
            double value = Math.min(most, Math.max(unit.equals("us") ? 1000 : 0, level + wander));
            boolean low = half > level * 0.4;
            rows.add(new WindowRow(
                    days,
                    LAST.minusDays(i),
                    metric,
                    key,
                    "all",
                    unit,
                    lost ? null : figure(value, unit),
                    lost ? null : figure(Math.max(0, value - half), unit),
                    lost ? null : figure(unit.equals("ratio") ? Math.min(1, value + half) : value + half, unit),
                    lost ? Precision.SUPPRESSED : low ? Precision.LOW_PRECISION : Precision.OK,
                    lost ? 0 : days,
                    new BigDecimal("3.62")));
        }
    }

    private static BigDecimal figure(double value, String unit) {
        return BigDecimal.valueOf(value).setScale(unit.equals("us") ? 0 : 6, RoundingMode.HALF_UP);
    }

    private static WindowRow silent(WindowRow row) {
        return new WindowRow(
                row.windowDays(),
                row.endDay(),
                row.metric(),
                row.key(),
                row.serviceArea(),
                row.unit(),
                null,
                null,
                null,
                Precision.SUPPRESSED,
                0,
                null);
    }

    private static List<LedgerRow> ledger() {
        List<LedgerRow> ledger = new ArrayList<>();
        for (int i = 89; i >= 0; i--) {
            for (String block : List.of("activity", "errors", "features", "latency")) {
                ReleaseStatus status = i == 40 ? ReleaseStatus.LOST : ReleaseStatus.RELEASED;
                BigDecimal epsilon = BigDecimal.valueOf(3611 - i * 30L, 3);
                ledger.add(new LedgerRow(LAST.minusDays(i), block, status, "9/12500", (90 - i) * 9 + "/3125", epsilon));
            }
        }

        return ledger;
    }

    private static List<ProbeFigures> probe() {
        List<ProbeFigures> probe = new ArrayList<>();
        for (int i = 2; i >= 0; i--) {
            probe.add(new ProbeFigures(
                    LAST.minusDays(i), "access-log", "_ALL", 2578, 57L, null, null, null, null, null, null, List.of()));
            for (String service : List.of("_ALL", "opsatc-advisory", "opsatc-run")) {
                probe.add(new ProbeFigures(
                        LAST.minusDays(i),
                        "otlp",
                        service,
                        1200 + i,
                        3L,
                        new BigDecimal("41873.25"),
                        31000L,
                        71000L,
                        95000L,
                        240000L,
                        911000L,
                        List.of(0L, 12L, 300L, 600L, 120L, 100L, 55L, 10L, 2L, 1L, 0L, 0L, 0L, 0L, 0L)));
            }
        }

        return probe;
    }
}
