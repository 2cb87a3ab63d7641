package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far one figure moves between the definitions of it that are measured: the variants of one family, of one process and unit, that
 * are about the same thing.
 *
 * @param family as definitions name it under {@code kpi}
 * @param variants the measured ones, at least two, from the lowest figure to the highest, those of one figure by id
 * @param figures how many different figures they give; 1 where the definition does not matter
 * @param step the two neighbours that are furthest apart, the lower pair of several; null where there are not two steps
 */
public record DefinitionSensitivity(
        String process, String family, Unit unit, List<Variant> variants, int figures, Step step) {
    private static final Comparator<Variant> ORDER =
            Comparator.comparing(Variant::value).thenComparing(Variant::id);

    /** @param id of the KPI */
    public record Variant(String id, BigDecimal value) {
        public Variant {
            requireNonNull(id, "id");
            requireNonNull(value, "value");
        }
    }

    /** From a lower figure to the next higher one, by their KPIs. */
    public record Step(String from, String to, BigDecimal by) {
        public Step {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(by, "by");
        }
    }

    public DefinitionSensitivity {
        requireNonNull(process, "process");
        requireNonNull(family, "family");
        requireNonNull(unit, "unit");
        variants = List.copyOf(variants);
        if (variants.size() < 2 || !variants.stream().sorted(ORDER).toList().equals(variants)) {
            throw new IllegalArgumentException("Invalid sensitivity: two variants or more, from lowest to highest");
        }
    }

    /** Of at least two variants in any order. */
    public static DefinitionSensitivity of(String process, String family, Unit unit, List<Variant> measured) {
        List<Variant> variants = measured.stream().sorted(ORDER).toList();
        TreeSet<BigDecimal> figures =
                variants.stream().map(Variant::value).collect(Collectors.toCollection(TreeSet::new));
        Step step = null;
        for (int i = 1; i < variants.size() && figures.size() > 2; i++) {
            Variant from = variants.get(i - 1);
            Variant to = variants.get(i);
            BigDecimal by = to.value().subtract(from.value());
            step = step == null || by.compareTo(step.by) > 0 ? new Step(from.id(), to.id(), by) : step;
        }
        return new DefinitionSensitivity(process, family, unit, variants, figures.size(), step);
    }

    public Variant lowest() {
        return variants.get(0);
    }

    public Variant highest() {
        return variants.get(variants.size() - 1);
    }

    /** Whether the definition does not matter: all give one figure, which is then said once. */
    public boolean same() {
        return figures == 1;
    }

    /** Whether another variant already says what this KPI does: all give one figure, and it is not the first. */
    public boolean saidByAnother(String id) {
        return same()
                && !lowest().id().equals(id)
                && variants.stream().anyMatch(variant -> variant.id().equals(id));
    }

    /**
     * The one line, by the titles of the KPIs.
     *
     * <pre>
     * 3 definitions give one figure, 71.2 %: On time; On time, by the last delivery; On time, orders.
     * 3 definitions give 3 figures, from 47.8 % (OTIF) to 65.9 % (OTIF, orders); the largest step, 14.0 pp, is from OTIF to OTIF, value.
     * </pre>
     */
    public String text(Map<String, String> titles) {
        String count = Humane.count(variants.size()) + " definitions give ";
        if (same()) {
            return count + "one figure, " + unit.text(lowest().value()) + ": "
                    + variants.stream().map(each -> title(each.id(), titles)).collect(Collectors.joining("; ")) + ".";
        }

        String range = count + Humane.count(figures) + " figures, from " + told(lowest(), titles) + " to "
                + told(highest(), titles);
        return step == null
                ? range + "."
                : range + "; the largest step, " + FigureName.CHANGE.text(step.by, unit) + ", is from "
                        + title(step.from, titles) + " to " + title(step.to, titles) + ".";
    }

    private String told(Variant variant, Map<String, String> titles) {
        return unit.text(variant.value()) + " (" + title(variant.id(), titles) + ")";
    }

    private static String title(String id, Map<String, String> titles) {
        return titles.getOrDefault(id, id);
    }
}
