package com.opsatc.evidence.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleKind;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.rule.StatedRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the two cases A B B and A of {@link LawfulDocuments}: A is done twice, and so is B. */
class RulesLawTest {
    /** After A comes B: kept in the first case, pending in the second. */
    private static final RuleTotals RESPONSE = new RuleTotals(2, 2, 1, 0, 2, 1, 0, 0, 0, 1, 0);

    @Test
    void equations_rulesOfTheLog_hold() {
        assertThat(broken(
                        figures(RuleKind.RESPONSE, List.of("A"), List.of("B"), RESPONSE, 0),
                        figures(
                                RuleKind.PRECEDENCE,
                                List.of("A"),
                                List.of("B"),
                                new RuleTotals(2, 1, 1, 0, 2, 2, 0, 0, 0, 0, 0),
                                0),
                        figures(
                                RuleKind.ABSENCE,
                                List.of("B"),
                                List.of(),
                                new RuleTotals(2, 2, 1, 1, 2, 1, 1, 0, 0, 0, 0),
                                0),
                        figures(
                                RuleKind.NOT_CO_EXISTENCE,
                                List.of("A"),
                                List.of("B"),
                                new RuleTotals(2, 2, 1, 1, 2, 1, 1, 0, 0, 0, 0),
                                0),
                        figures(
                                RuleKind.FOUR_EYES,
                                List.of("A"),
                                List.of("B"),
                                new RuleTotals(2, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0),
                                0),
                        RuleFigures.notTested(stated(RuleKind.RESPONSE, List.of("C"), List.of("B")), "Not seen.")))
                .isEmpty();
    }

    @Test
    void equations_namesOfTransitions_areNotHeldAgainstTheMap() {
        assertThat(broken(figures(
                        RuleKind.RESPONSE,
                        List.of("A+start"),
                        List.of("B"),
                        new RuleTotals(2, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0),
                        0)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {8}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RESPONSE | 2 | 2 | 2 | 0 | 1 | 0 | 0 | of rule r, activations kept, broken, pending and undecided, 3, must be its"
                        + " activations, 2",
                "RESPONSE | 2 | 2 | 1 | 1 | 0 | 1 | 0 | of rule r, activations that are late, 1, must be overruns, 0",
                "RESPONSE | 3 | 2 | 1 | 0 | 1 | 0 | 0 | of rule r, cases, 3, must be cases of the map, 2",
                "RESPONSE | 2 | 3 | 2 | 0 | 1 | 0 | 0 | of rule r, activations, 3, must be executions of its activities in the"
                        + " map, 2",
                "EXISTENCE | 2 | 1 | 1 | 0 | 0 | 0 | 0 | of rule r, activations, 1, must be cases, each once, 2"
            })
    void equations_aPlantedViolation_isNamedWithBothSides(
            RuleKind kind,
            long cases,
            long activations,
            long kept,
            long broken,
            long pending,
            long late,
            long overruns,
            String expected) {
        List<String> then = kind.ofPair() ? List.of("B") : List.of();
        assertThat(broken(figures(
                        kind,
                        List.of("A"),
                        then,
                        new RuleTotals(cases, 2, 0, 0, activations, kept, broken, late, 0, pending, 0),
                        overruns)))
                .contains(expected);
    }

    private static List<String> broken(RuleFigures... rules) {
        ProcessEdges view = ProcessEdgesBuilder.builder(new LawfulDocuments().view)
                .view(LogView.ACTIVITY)
                .build();
        DocumentSet documents = new DocumentSet()
                .with(Documents.EDGES, new EdgesDocument(LawfulDocuments.header(SchemaFile.EDGES), List.of(view)))
                .with(Documents.RULES, new RulesDocument(LawfulDocuments.header(SchemaFile.RULES), List.of(rules)));
        return new RulesLaw()
                .equations(documents).stream()
                        .filter(equation -> !equation.holds())
                        .map(Equation::text)
                        .toList();
    }

    private static RuleFigures figures(
            RuleKind kind, List<String> activities, List<String> then, RuleTotals totals, long overruns) {
        return new RuleFigures(
                stated(kind, activities, then),
                null,
                null,
                totals,
                null,
                null,
                overruns == 0 ? null : new DurationFigures(overruns, 1, 1, 1, 1),
                List.of(),
                List.of());
    }

    private static StatedRule stated(RuleKind kind, List<String> activities, List<String> then) {
        return new StatedRule(LawfulDocuments.PROCESS, "r", null, kind, "It holds", activities, then);
    }
}
