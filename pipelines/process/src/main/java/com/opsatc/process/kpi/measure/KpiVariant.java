package com.opsatc.process.kpi.measure;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A KPI family as one definition wants it.
 *
 * @param chosen the value of every option of the family: the definition's, else the usual one where there is one
 */
public record KpiVariant(Kpi family, Definition definition, SortedMap<String, String> chosen) {
    /** Aggregations of what only some choices contribute: weights, and open members. */
    private static final Set<Aggregation> OF_CHOICES =
            Set.of(Aggregation.WEIGHTED_SHARE, Aggregation.SHARE_OF_WEIGHT, Aggregation.SURVIVAL_MEDIAN);

    public KpiVariant {
        requireNonNull(family, "family");
        requireNonNull(definition, "definition");
        chosen = new TreeMap<>(chosen);
    }

    public static KpiVariant of(Kpi family, Definition definition) {
        SortedMap<String, String> chosen = new TreeMap<>();
        family.options()
                .forEach((option, values) -> values.stream().findFirst().ifPresent(usual -> chosen.put(option, usual)));
        chosen.putAll(definition.with());
        return new KpiVariant(family, definition, chosen);
    }

    /** What the definition asks that the family does not offer; each a phrase about the definition. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!definition.clock().equals(clock())) {
            problems.add("clock must be " + clock() + " for kpi " + family.family());
        }
        Unit wrong = clock().equals(Clocks.WALL) ? Unit.WORKING_MICROSECONDS : Unit.MICROSECONDS;
        if (definition.unit() == wrong) {
            problems.add("unit must not be " + wrong.symbol() + " by clock " + clock());
        }

        definition.with().forEach((option, value) -> {
            List<String> values = family.options().get(option);
            if (values == null) {
                problems.add("with." + option + " is no option of kpi " + family.family() + ", whose options are "
                        + sorted(family.options().keySet())
                        + meant(option, family.options().keySet()));
            } else if (!values.isEmpty() && !values.contains(value)) {
                problems.add("with." + option + " must be one of " + values + meant(value, values));
            }
        });
        if (problems.isEmpty()) {
            aggregationProblem().ifPresent(problems::add);
            family.problem(this).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<String> aggregationProblem() {
        Aggregation given = definition.aggregation();
        Optional<Aggregation> must = family.aggregation(this);
        if (must.map(given::equals).orElse(!OF_CHOICES.contains(given))) {
            return Optional.empty();
        }

        String expected = must.map(each -> "be " + each.symbol()).orElse("not be " + given.symbol());
        return Optional.of("aggregation must " + expected + " with " + chosen);
    }

    /** One of {@link Clocks#CHOICES}. */
    public String clock() {
        return chosen.getOrDefault(Clocks.OPTION, Clocks.WALL);
    }

    /** The value of an option that the family has. */
    public String choice(String option) {
        return requireNonNull(chosen.get(option), option);
    }

    /** The value of an option that has no usual one; empty where the definition says nothing. */
    public Optional<String> optionalChoice(String option) {
        return Optional.ofNullable(chosen.get(option));
    }

    /** What it chose to measure: the values of the family's {@link Kpi#subjects}. */
    public SortedMap<String, String> subject() {
        SortedMap<String, String> subject = new TreeMap<>(chosen);
        subject.keySet().retainAll(family.subjects());
        return subject;
    }

    /** {@code ; did you mean line?}, or nothing. */
    public static String meant(String given, Collection<String> known) {
        List<String> near = Nearest.of(given, known);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static List<String> sorted(Collection<String> options) {
        return options.stream().sorted().toList();
    }
}
