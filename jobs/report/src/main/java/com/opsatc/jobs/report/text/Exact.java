package com.opsatc.jobs.report.text;

import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;

/** The published figure to the last digit, shown when the pointer rests on the rounded one. */
public final class Exact {
    private Exact() {}

    public static String of(BigDecimal value, Unit unit) {
        return value.toPlainString() + unit.suffix();
    }
}
