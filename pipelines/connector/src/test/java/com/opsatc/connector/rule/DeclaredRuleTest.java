package com.opsatc.connector.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.FindingScope;
import com.opsatc.connector.TenantConfiguration;
import com.opsatc.contract.rule.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredRuleTest {
    @TempDir
    private Path home;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: response, activities: [A], then: [B, C], within: {days: 2, clock: business}"
                        + "| After A comes B or C within 2 working days",
                "kind: response, activities: [A], then: [B], within: {hours: 1} | After A comes B within 1 hour",
                "kind: response, activities: [A], then: [B] | After A comes B",
                "kind: chain-response, activities: [A], then: [B] | Directly after A comes B",
                "kind: precedence, activities: [A], then: [B] | Before B there is A",
                "kind: existence, activities: [A] | Every case has A",
                "kind: existence, activities: [A], times: 2 | Every case has A at least 2 times",
                "kind: absence, activities: [A] | No case has A",
                "kind: absence, activities: [A], times: 1 | No case has A more than once",
                "kind: absence, activities: [A], times: 3 | No case has A more than 3 times",
                "kind: not-co-existence, activities: [A], then: [B] | No case has both A and B",
                "kind: four-eyes, activities: [A], then: [B, C] | Who did A did not do B or C in the same case"
            })
    void words_ofADeclaredRule_sayIt(String declared, String words) {
        assertThat(declared(declared).rules()).extracting(DeclaredRule::words).containsExactly(words);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: precedence, activities: [A], then: [B], within: {days: 1}"
                        + "| a rule of kind precedence has no deadline; only a response has one",
                "kind: response, activities: [A] | a rule of kind response needs 'then'",
                "kind: absence, activities: [A], then: [B] | a rule of kind absence has no 'then'",
                "kind: response, activities: [A], then: [B], times: 2 | a rule of kind response has no 'times'",
                "kind: existence, activities: [A], times: 0 | what must be there is there at least once",
                "kind: not-co-existence, activities: [A, B], then: [B] | no activity can be in both groups"
            })
    void load_ruleThatMeansNothing_saysWhy(String declared, String why) {
        assertThatThrownBy(() -> declared(declared))
                .hasMessage(
                        "Cannot use the configuration of tenant acme: conf/tenants/acme.yaml: Invalid rule r: " + why);
    }

    @Test
    void load_twoRulesOfOneId_areRefused() {
        assertThatThrownBy(() -> declared("kind: absence, activities: [A]}, {id: r, kind: existence, activities: [B]"))
                .hasMessage(
                        "Cannot use the configuration of tenant acme: conf/tenants/acme.yaml: Invalid scope: rule r is"
                                + " declared twice");
    }

    @Test
    void with_rulesOfATenant_standInPlaceOfThoseOfTheirIds() {
        FindingScope connector = new FindingScope(null, List.of(), List.of(rule("one", "A"), rule("two", "B")));
        FindingScope tenant = new FindingScope(null, List.of(), List.of(rule("three", "C"), rule("one", "D")));

        assertThat(connector.with(tenant).rules())
                .containsExactly(rule("one", "D"), rule("two", "B"), rule("three", "C"));
    }

    private FindingScope declared(String rule) {
        Path file = home.resolve("acme.yaml");
        try {
            Files.writeString(file, "tenant: acme\nprocesses: {p: {rules: [{id: r, " + rule + "}]}}\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return TenantConfiguration.load(file, "acme").processes().get("p");
    }

    private static DeclaredRule rule(String id, String activity) {
        return new DeclaredRule(id, null, RuleKind.EXISTENCE, List.of(activity), null, null, null);
    }
}
