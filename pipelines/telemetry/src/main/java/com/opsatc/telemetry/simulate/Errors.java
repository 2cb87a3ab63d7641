package com.opsatc.telemetry.simulate;

import com.opsatc.contract.run.TelemetryOutcome.Utility;
import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.WindowRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The errors of one figure over many releases. Releases without a value have no error; what share of the releases shows the
 * figure says how many there may be. Not safe for use by two threads.
 */
final class Errors {
    private static final int DECIMALS = 6;
    private static final String RATIO = "ratio";
    private static final String POINTS = "percentage-points";

    private final String name;
    private final String unit;
    private final String metric;
    private final String key;
    private final ToDoubleFunction<WindowRow> error;
    private final List<Double> errors = new ArrayList<>();
    private int shown;

    private Errors(String name, String unit, String metric, String key, ToDoubleFunction<WindowRow> error) {
        this.name = name;
        this.unit = unit;
        this.metric = metric;
        this.key = key;
        this.error = error;
    }

    /** How far the value is off, as a ratio of the truth. */
    static Errors ratio(String name, String metric, String key, double truth) {
        return new Errors(name, RATIO, metric, key, row -> Math.abs(row.value().doubleValue() - truth) / truth);
    }

    /** How far the value, a ratio, is off, in percentage points. */
    static Errors points(String name, String metric, String key, double truth) {
        return new Errors(
                name, POINTS, metric, key, row -> 100 * Math.abs(row.value().doubleValue() - truth));
    }

    /** Half of the interval's width, of the first key, as a ratio of the truth. */
    static Errors halfWidth(String name, String metric, double truth) {
        return new Errors(
                name,
                RATIO,
                metric,
                null,
                row -> row.ciHigh().subtract(row.value()).doubleValue() / truth);
    }

    /** The errors of one release. */
    void add(List<WindowRow> release) {
        WindowRow row = release.stream()
                .filter(each -> each.metric().equals(metric)
                        && (key == null || each.key().equals(key)))
                .findFirst()
                .orElseThrow();
        if (row.value() != null) {
            errors.add(error.applyAsDouble(row));
        }
        if (row.precision() == Precision.OK) {
            shown++;
        }
    }

    /** The median and the 90th percentile, by nearest rank; absent when fewer than half of the releases show the figure. */
    Utility utility(int windowDays, int releases) {
        boolean withheld = 2 * shown < releases;
        Collections.sort(errors);
        return new Utility(
                windowDays,
                name,
                unit,
                withheld ? null : at(50),
                withheld ? null : at(90),
                BigDecimal.valueOf(shown).divide(BigDecimal.valueOf(releases), DECIMALS, RoundingMode.HALF_EVEN));
    }

    private BigDecimal at(int percent) {
        int rank = Math.max(1, (percent * errors.size() + 99) / 100);
        return BigDecimal.valueOf(errors.get(rank - 1)).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
