package com.opsatc.jobs.report.chart;

import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.text.DurationUnit;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round ticks: steps of 1, 2 or 5 times a power of ten of the unit shown.
 *
 * <p>It starts at 0 when the values reach down to less than half of the largest; a share never leaves 0 to 100 %.
 */
final class Axis {
    private static final int MOST_STEPS = 5;

    private final double low;
    private final double high;
    private final double step;
    private final double one;
    private final String symbol;

    private Axis(double low, double high, double step, double one, String symbol) {
        this.low = low;
        this.high = high;
        this.step = step;
        this.one = one;
        this.symbol = symbol;
    }

    static Axis over(double least, double most, Unit unit) {
        double one = 1;
        String symbol = "";
        if (unit.isTime()) {
            DurationUnit shown = DurationUnit.of(most, unit);
            one = shown.us();
            symbol = PageFigures.SPACE + shown.symbol(unit);
        }
        if (unit == Unit.DAYS) {
            symbol = PageFigures.SPACE + unit.symbol();
        }
        if (unit == Unit.RATIO) {
            one = 0.01;
            symbol = PageFigures.SPACE + "%";
        }

        double from = least >= 0 && least < most / 2 ? 0 : least / one;
        double to = most / one;
        double step = step(to > from ? to - from : Math.max(Math.abs(to), 1));
        double low = Math.floor(from / step) * step;
        double high = Math.ceil(to / step) * step;
        if (high <= low) {
            high = low + step;
        }
        if (unit == Unit.RATIO) {
            high = Math.min(high, 100);
            low = Math.min(low, high - step);
        }

        return new Axis(low, high, step, one, symbol);
    }

    private static double step(double span) {
        double finest = span / MOST_STEPS;
        double step = 1;
        while (step >= finest) {
            step /= 10;
        }
        while (step * 10 < finest) {
            step *= 10;
        }
        if (step * 2 >= finest) {
            return step * 2;
        }

        return step * 5 >= finest ? step * 5 : step * 10;
    }

    /** Where a value lies between the lower end (0) and the upper end (1); a value beyond is held at the end. */
    double place(double value) {
        return Math.min(1, Math.max(0, (value / one - low) / (high - low)));
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 1_000; i++) {
            double at = low + i * step;
            ticks.add(new Tick(label(at), (at - low) / (high - low)));
        }

        return ticks;
    }

    private String label(double at) {
        int decimals = 0;
        for (double s = step; s < 0.999 && decimals < 9; s *= 10) {
            decimals++;
        }
        BigDecimal rounded = BigDecimal.valueOf(at).setScale(decimals, RoundingMode.HALF_EVEN);

        return rounded.toPlainString() + symbol;
    }

    record Tick(String label, double place) {}
}
