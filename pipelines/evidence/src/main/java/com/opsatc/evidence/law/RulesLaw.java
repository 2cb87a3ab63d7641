package com.opsatc.evidence.law;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleKind;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.rule.StatedRule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Of each tested rule: what is kept, broken, pending and undecided is how often it was activated; cases are those of the process's map; a
 * rule about every case is activated once by each, and one about what follows or comes before as often as the map says that its
 * activities were done; what is late has an overrun.
 */
final class RulesLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.RULES;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        List<ProcessEdges> views =
                documents.find(Documents.EDGES).map(EdgesDocument::processes).orElse(List.of());
        documents.find(Documents.RULES).map(RulesDocument::rules).orElse(List.of()).stream()
                .filter(figures -> figures.totals() != null)
                .forEach(figures -> add(equations, figures, views));
        return equations;
    }

    private static void add(List<Equation> equations, RuleFigures figures, List<ProcessEdges> views) {
        StatedRule rule = figures.rule();
        RuleTotals totals = figures.totals();
        String process = rule.process();
        String of = "of rule " + rule.id() + ", ";
        equations.add(Equation.of(
                process,
                of + "activations kept, broken, pending and undecided",
                totals.kept() + totals.broken() + totals.pending() + totals.undecided(),
                "its activations",
                totals.activations()));
        equations.add(Equation.of(
                process,
                of + "activations that are late",
                totals.late(),
                "overruns",
                figures.overruns() == null ? 0 : figures.overruns().n()));
        view(views, process, LogView.ACTIVITY)
                .ifPresent(view -> equations.add(
                        Equation.of(process, of + "cases", totals.cases(), "cases of the map", view.cases())));
        if (!rule.kind().ofPair()) {
            equations.add(
                    Equation.of(process, of + "activations", totals.activations(), "cases, each once", totals.cases()));
        } else if (rule.kind() == RuleKind.FOUR_EYES) {
            equations.add(Equation.of(
                    process,
                    of + "activations",
                    totals.activations(),
                    "cases with both activities, each once",
                    totals.testedCases()));
        } else if (rule.kind() != RuleKind.NOT_CO_EXISTENCE) {
            executions(rule, views)
                    .ifPresent(done -> equations.add(new Equation(
                            process,
                            of + "activations",
                            BigInteger.valueOf(totals.activations()),
                            "executions of its activities in the map",
                            done)));
        }
    }

    /** How often what activates it was done; empty where names could stand for an activity as well as for one of its transitions. */
    private static Optional<BigInteger> executions(StatedRule rule, List<ProcessEdges> views) {
        List<String> activating = rule.kind() == RuleKind.PRECEDENCE ? rule.then() : rule.activities();
        if (activating.stream().anyMatch(name -> name.contains("+"))) {
            return Optional.empty();
        }

        HashSet<String> names = new HashSet<>(activating);
        return view(views, rule.process(), LogView.ACTIVITY)
                .map(view -> Sums.of(
                        view.activities().stream()
                                .filter(each -> names.contains(each.activity()))
                                .toList(),
                        ActivityStats::executions));
    }

    private static Optional<ProcessEdges> view(List<ProcessEdges> views, String process, LogView kind) {
        return views.stream()
                .filter(view -> view.process().equals(process) && view.view() == kind)
                .findFirst();
    }
}
