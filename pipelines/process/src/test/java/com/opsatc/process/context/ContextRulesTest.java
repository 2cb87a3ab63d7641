package com.opsatc.process.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.ContextFile.Fact;
import com.opsatc.contract.document.ContextFile.Label;
import com.opsatc.contract.document.ContextFile.NotBroken;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleKind;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.rule.StatedRule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the context file says of declared rules, and of where a change is to be found. */
class ContextRulesTest {
    private static final long HOUR = 3_600_000_000L;
    private static final String ABOUT = "Rule {L1} of process Sales orders as of 2026-03-29: ";
    private static final Citation EVENT = new Citation("sap", Sha256.of("file"), 3, "Order 4711");
    private static final Citation LATE = new Citation("sap", Sha256.of("file"), 9);

    @Test
    void of_aRuleThatIsBroken_statesOneFigureAFactAndCitesTheRecords() {
        ContextFile file = SampleContext.ruled(List.of(broken(stated("in-time", "After Create comes Ship"))));

        ContractSchemas.validate(SchemaFile.CONTEXT, CanonicalJson.write(file));
        ContextFile.Block rule = file.rules().get(0);
        assertThat(rule.id()).isEqualTo("D-p-in-time");
        assertThat(rule.kind()).isEqualTo("rule");
        assertThat(rule.facts())
                .extracting(Fact::text)
                .containsExactly(
                        ABOUT
                                + "25.0 % of the cases that keep or break it break it over 40 members (95.0 % interval 14.2 % to"
                                + " 40.2 %).",
                        ABOUT + "10 cases break it.",
                        ABOUT + "it speaks of 44 cases.",
                        ABOUT + "4 times what must come is missing.",
                        ABOUT + "6 times what must come came late.",
                        ABOUT + "what came late came late by 2 h in the median.");
        assertThat(rule.citations()).containsExactly(EVENT.called("{L2}"), LATE);
        assertThat(rule.citationTotal()).isEqualTo(2);
        assertThat(rule.caveats()).contains("Of some open cases it is not known yet.");
        assertThat(file.labels()).extracting(Label::text).containsExactly("After Create comes Ship", "Order 4711");
        assertThat(file.budget().tokenEstimate()).isGreaterThan(rule.tokenEstimate());
    }

    @Test
    void of_otherRules_saysWhyThereIsNoBreachToSpeakOf() {
        ContextFile file = SampleContext.ruled(List.of(
                kept(stated("kept", "Kept")),
                RuleFigures.notTested(
                        stated("unseen", "Unseen"),
                        "No event of activity 'Bill' was seen, so that the rule was not tested.")));

        ContractSchemas.validate(SchemaFile.CONTEXT, CanonicalJson.write(file));
        assertThat(file.rules()).isEmpty();
        assertThat(file.notBroken())
                .containsExactly(
                        new NotBroken("D-p-kept", "Rule {L1} of process Sales orders: no case breaks it."),
                        new NotBroken(
                                "D-p-unseen",
                                "Rule {L2} of process Sales orders: it was not tested, since none of its activities was seen or"
                                        + " its calendar is not declared."));
        assertThat(new String(CanonicalJson.write(file), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Bill");
    }

    @Test
    void of_aChangeThatDivides_saysWhatItIsAssociatedWith() {
        ContextFile file = SampleContext.divided("M-4711\u202e");

        ContractSchemas.validate(SchemaFile.CONTEXT, CanonicalJson.write(file));
        assertThat(file.findings().get(0).facts())
                .filteredOn(fact -> fact.id().contains(".why."))
                .extracting(Fact::id, Fact::text)
                .containsExactly(
                        why(
                                "mix",
                                "of the change, -5.0 %, in percentage points, is associated with another mix of material."),
                        why(
                                "within",
                                "of the change, -1.0 %, in percentage points, is associated with other figures within the"
                                        + " values of material."),
                        why("1", "of the change, -7.0 %, in percentage points, is associated with material {L2}."));
        assertThat(file.labels()).extracting(Label::text).contains("M-4711");
        assertThat(file.findings().get(0).caveats())
                .contains(
                        "Where a change is to be found says what it is associated with, and never what caused it.",
                        "Values of some attributes are as the records stand, and may have been set after the outcome.");
    }

    private static org.assertj.core.groups.Tuple why(String part, String said) {
        return org.assertj.core.groups.Tuple.tuple(
                "F-p-002.why.material." + part,
                "{L1} of process Sales orders, at the shift in the week of 2026-03-16: " + said);
    }

    private static StatedRule stated(String id, String words) {
        return new StatedRule("p", id, null, RuleKind.RESPONSE, words, List.of("Create"), List.of("Ship"));
    }

    private static RuleFigures broken(StatedRule rule) {
        return new RuleFigures(
                rule,
                ClockUsed.WALL,
                null,
                new RuleTotals(50, 44, 30, 10, 50, 36, 10, 6, 4, 4, 0),
                new BigDecimal("0.250000"),
                new Interval(new BigDecimal("0.95"), new BigDecimal("0.141872"), new BigDecimal("0.401940"), "wilson"),
                new DurationFigures(6, 12 * HOUR, 2 * HOUR, 2 * HOUR, 3 * HOUR),
                List.of(),
                List.of(new RuleBreach("4711", 0, EVENT, LATE, HOUR), new RuleBreach("4711", 0, EVENT, null, HOUR)));
    }

    private static RuleFigures kept(StatedRule rule) {
        return new RuleFigures(
                rule,
                null,
                null,
                new RuleTotals(50, 40, 40, 0, 40, 40, 0, 0, 0, 0, 0),
                new BigDecimal("0.000000"),
                new Interval(new BigDecimal("0.95"), BigDecimal.ZERO, new BigDecimal("0.087622"), "wilson"),
                null,
                List.of(),
                List.of());
    }
}
