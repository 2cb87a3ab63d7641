package com.opsatc.jobs.cli.output;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.StartCohort;
import java.math.BigDecimal;

/** Cells that are more than a text or a number. */
public final class Cell {
    private Cell() {}

    /**
     * A figure whose unit differs from row to row.
     *
     * @param bound whether the figure is more than the value: people read that, and exact formats have no value
     */
    public record Figure(BigDecimal value, Unit unit, boolean bound) {
        public Figure {
            requireNonNull(value, "value");
            requireNonNull(unit, "unit");
        }

        String shown() {
            return (bound ? StartCohort.MORE_THAN : "") + unit.text(value);
        }

        String exact() {
            return bound ? null : value.toPlainString();
        }
    }

    /** A code of ours, and how people call what it stands for; exact formats write the code. */
    public record Coded(String code, String label) {
        public Coded {
            requireNonNull(code, "code");
            requireNonNull(label, "label");
        }
    }

    /** The code with its label, or null for none. */
    public static Coded coded(String code, String label) {
        return code == null ? null : new Coded(code, label);
    }

    /** The figure, or null for none. */
    public static Figure figure(BigDecimal value, Unit unit) {
        return value == null ? null : new Figure(value, unit, /* bound= */ false);
    }

    /** A figure of which it is known only that it is more than that. */
    public static Figure moreThan(BigDecimal value, Unit unit) {
        return new Figure(value, unit, /* bound= */ true);
    }
}
