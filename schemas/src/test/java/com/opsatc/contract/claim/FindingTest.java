package com.opsatc.contract.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Finding CARD =
            finding("F-p-001").leading("2 KPIs were worse.", List.of(finding("F-p-001-2"), finding("F-p-001-3")));

    @Test
    void withMembers_ofAFinding_isItThenItsMembers() {
        assertThat(CARD.withMembers()).extracting(Finding::id).containsExactly("F-p-001", "F-p-001-2", "F-p-001-3");
        assertThat(finding("F-p-001").withMembers()).containsExactly(finding("F-p-001"));
        assertThat(new FindingsDocument(null, List.of(CARD, finding("F-p-002")), List.of()).withMembers())
                .extracting(Finding::id)
                .containsExactly("F-p-001", "F-p-001-2", "F-p-001-3", "F-p-002");
    }

    @Test
    void withCaveats_ofAFindingWithMembers_reachesEachAndKeepsThem() {
        Finding told = CARD.withCaveats(List.of("Further."));

        assertThat(told.headline()).isEqualTo("2 KPIs were worse.");
        assertThat(told.withMembers())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.caveats()).containsExactly("Own.", "Further."));
    }

    @Test
    void write_findingThatStandsAlone_hasNeitherHeadlineNorMembers() {
        String json = new String(CanonicalJson.write(finding("F-p-001")), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("headline").doesNotContain("members");
        assertThat(CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8), Finding.class))
                .isEqualTo(finding("F-p-001"));
        assertThat(CanonicalJson.read(CanonicalJson.write(CARD), Finding.class)).isEqualTo(CARD);
    }

    @Test
    void leading_nothingOrAFindingWithMembers_isRefused() {
        assertThatThrownBy(() -> finding("F-p-001").leading("1 KPI was worse.", List.of()))
                .hasMessage(
                        "Invalid finding F-p-001: a headline needs findings that moved together, and they a headline");
        assertThatThrownBy(() -> finding("F-p-002").leading("2 KPIs were worse.", List.of(CARD)))
                .hasMessage("Invalid finding F-p-002: a member has members of its own");
    }

    private static Finding finding(String id) {
        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.KPI_SHIFT)
                .process("p")
                .rank(1)
                .definition(new DefinitionRef("kpi-shift", 1))
                .subjects(List.of("K-p-otif-line"))
                .statement("{subject.1} fell.")
                .value(new BigDecimal("0.840000"))
                .unit(Unit.RATIO)
                .aggregation(Aggregation.SHARE)
                .window(new Window(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 29), "UTC"))
                .n(200)
                .testsInFamily(10)
                .caveats(List.of("Own."))
                .evidence(new Evidence(
                        "e",
                        7,
                        /* censored= */ null,
                        Sha256.of("rows"),
                        List.of(new Citation("sap", Sha256.of("file"), 3))))
                .build();
    }
}
