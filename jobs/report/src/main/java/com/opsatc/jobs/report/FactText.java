package com.opsatc.jobs.report;

import com.opsatc.contract.figure.FigureNames;
import com.opsatc.contract.figure.Unit;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** A named figure beside a finding, in words; its name says its unit where that is not the unit of the finding. */
record FactText(String name, String value) {
    private static final List<String> FIRST = List.of(
            "before",
            "before_low",
            "before_high",
            "after",
            "change",
            "change_low",
            "change_high",
            "change_ratio",
            "recoverable_us",
            "share",
            "target_us",
            "p50_us",
            "p90_us",
            "n_before",
            "weeks_before",
            "weeks_after");

    /** Well-known facts first, as they are best read; the others by name. */
    static final Comparator<String> ORDER = Comparator.comparingInt(
                    (String name) -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    static FactText of(String name, BigDecimal value, Unit unit) {
        return new FactText(Words.name(FigureNames.words(name)), Figures.named(name, value, unit));
    }
}
