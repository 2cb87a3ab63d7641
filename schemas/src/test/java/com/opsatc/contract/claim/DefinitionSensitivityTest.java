package com.opsatc.contract.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.DefinitionSensitivity.Step;
import com.opsatc.contract.claim.DefinitionSensitivity.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionSensitivityTest {
    private static final Map<String, String> TITLES =
            Map.of("K-a", "OTIF, lines", "K-b", "OTIF, orders", "K-c", "OTIF, by value");

    @Test
    void of_variantsInAnyOrder_findsBothEndsAndTheLargestStep() {
        DefinitionSensitivity found = of("K-c", "0.61", "K-a", "0.4784", "K-b", "0.6593");

        assertThat(found.lowest().id()).isEqualTo("K-a");
        assertThat(found.highest().id()).isEqualTo("K-b");
        assertThat(found.step()).isEqualTo(new Step("K-a", "K-c", new BigDecimal("0.1316")));
        assertThat(found.text(TITLES))
                .isEqualTo(
                        "3 definitions give 3 figures, from 47.8 % (OTIF, lines) to 65.9 % (OTIF, orders); the largest"
                                + " step, 13.2 pp, is from OTIF, lines to OTIF, by value.");
    }

    @Test
    void of_equalFigures_saysTheNumberOnce() {
        DefinitionSensitivity same = of("K-b", "0.5", "K-a", "0.500000", "K-c", "0.50");

        assertThat(same.text(TITLES))
                .isEqualTo("3 definitions give one figure, 50.0 %: OTIF, lines; OTIF, orders; OTIF, by value.");
        assertThat(same.step()).isNull();
        assertThat(List.of(same.saidByAnother("K-a"), same.saidByAnother("K-b"), same.saidByAnother("K-x")))
                .containsExactly(false, true, false);
    }

    /** Of two figures the range is the step, and is not said twice; of equal steps the lower one counts. */
    @Test
    void of_twoFiguresOrEqualSteps_saysNothingTwice() {
        DefinitionSensitivity two = of("K-a", "0.5", "K-b", "0.7", "K-c", "0.5");

        assertThat(two.text(TITLES))
                .isEqualTo("3 definitions give 2 figures, from 50.0 % (OTIF, lines) to 70.0 % (OTIF, orders).");
        assertThat(two.saidByAnother("K-c")).isFalse();
        assertThat(of("K-a", "0.5", "K-b", "0.6", "K-c", "0.7").step().from()).isEqualTo("K-a");
    }

    @Test
    void of_oneVariant_isRefused() {
        assertThatThrownBy(() -> of("K-a", "0.5"))
                .hasMessage("Invalid sensitivity: two variants or more, from lowest to highest");
    }

    private static DefinitionSensitivity of(String... variants) {
        List<Variant> measured = new java.util.ArrayList<>();
        for (int i = 0; i < variants.length; i += 2) {
            measured.add(new Variant(variants[i], new BigDecimal(variants[i + 1])));
        }
        return DefinitionSensitivity.of("p", "otif", Unit.RATIO, measured);
    }
}
