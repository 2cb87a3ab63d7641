package com.opsatc.jobs.report;

import com.opsatc.contract.Unit;
import com.opsatc.jobs.report.text.Figures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A named figure beside a finding, in words; its name says its unit where that is not the unit of the finding. */
record FactText(String name, String value) {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("before", "before"),
            Map.entry("after", "after"),
            Map.entry("change", "change"),
            Map.entry("p25_us", "25th percentile"),
            Map.entry("p50_us", "median"),
            Map.entry("p90_us", "90th percentile"),
            Map.entry("mean_us", "mean"),
            Map.entry("target_us", "target"),
            Map.entry("recoverable_us", "time beyond the target"),
            Map.entry("share", "share of the time beyond targets"));
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
        String words = NAMES.getOrDefault(
                name, Words.name(name.replaceFirst("_us$", "").replace('_', ' ')));

        return new FactText(words, Figures.named(name, value, unit));
    }
}
