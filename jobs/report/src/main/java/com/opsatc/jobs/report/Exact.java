package com.opsatc.jobs.report;

import com.opsatc.contract.figure.Unit;
import java.math.BigDecimal;

/** The published figure to the last digit, shown when the pointer rests on the rounded one. */
final class Exact {
    private Exact() {}

    static String of(BigDecimal value, Unit unit) {
        String digits = value.toPlainString();

        return switch (unit) {
            case MICROSECONDS -> digits + " µs";
            case RATIO -> digits + " of 1";
            case COUNT -> digits;
        };
    }
}
