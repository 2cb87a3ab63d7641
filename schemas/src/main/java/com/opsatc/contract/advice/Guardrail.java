package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;

/** A measured KPI that must not suffer from a lever, with its present figure. */
public record Guardrail(String kpi, String title, BigDecimal value, Unit unit, Direction direction) {
    public Guardrail {
        requireNonNull(kpi, "kpi");
        requireNonNull(title, "title");
        requireNonNull(value, "value");
        requireNonNull(unit, "unit");
        requireNonNull(direction, "direction");
    }
}
