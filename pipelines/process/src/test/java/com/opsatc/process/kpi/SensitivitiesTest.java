package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.DefinitionSensitivity.Variant;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivitiesTest {
    private static final Definitions DEFINITIONS = Processes.definitions();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Working time is another unit, a bound no figure, a stage another thing than the whole, and one variant alone nothing to compare. */
    @Test
    void of_measuredVariants_comparesDefinitionsOfOneFigureOnly() {
        List<KpiValue> kpis = List.of(
                kpi("sales", "cycle-time", "100"),
                kpi("sales", "cycle-time-business", "30"),
                kpi("sales", "cycle-time-at-risk", "120"),
                kpi("sales", "decision-latency", "7"),
                KpiValueBuilder.builder(kpi("sales", "decision-latency-at-risk", "9"))
                        .beyond(true)
                        .build(),
                kpi("accounts", "onboarding-velocity", "50"),
                kpi("accounts", "onboarding-live", "40"),
                kpi("accounts", "onboarding-stage-build", "10"),
                kpi("accounts", "otif-order", "0.5"),
                kpi("accounts", "otif-line", "0.7"),
                kpi("accounts", "otif-unit", "0.9"),
                kpi("accounts", "otif-line-first-promise", "0.6"),
                KpiValue.notMeasured("K-sales-otif-line", "sales", definition("otif-line"), "Nothing says."));

        assertThat(Sensitivities.of(kpis, DEFINITIONS))
                .extracting(
                        DefinitionSensitivity::process, DefinitionSensitivity::family, DefinitionSensitivity::variants)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "accounts",
                                "otif",
                                List.of(
                                        variant("accounts", "otif-order", "0.5"),
                                        variant("accounts", "otif-line-first-promise", "0.6"),
                                        variant("accounts", "otif-line", "0.7"),
                                        variant("accounts", "otif-unit", "0.9"))),
                        org.assertj.core.groups.Tuple.tuple(
                                "sales",
                                "cycle-time",
                                List.of(
                                        variant("sales", "cycle-time", "100"),
                                        variant("sales", "cycle-time-at-risk", "120"))));
    }

    private static Variant variant(String process, String definition, String value) {
        return new Variant(KpiValues.id(process, definition), new BigDecimal(value));
    }

    private static Definition definition(String id) {
        return DEFINITIONS.require(id);
    }

    private static KpiValue kpi(String process, String id, String value) {
        Definition definition = definition(id);
        return KpiValueBuilder.builder()
                .id(KpiValues.id(process, id))
                .process(process)
                .definition(definition.ref())
                .title(definition.title())
                .state(KpiState.MEASURED)
                .unit(definition.unit())
                .direction(definition.direction())
                .aggregation(definition.aggregation())
                .value(new BigDecimal(value))
                .n(40)
                .window(new Window(DAY, DAY, "UTC"))
                .evidence(new Evidence(
                        "e", 40, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1))))
                .build();
    }
}
