package com.opsatc.process.context;

import static com.opsatc.process.context.SampleContext.STEP;
import static com.opsatc.process.context.SampleContext.file;
import static com.opsatc.process.context.SampleContext.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.ContextFile.Fact;
import com.opsatc.contract.document.ContextFile.FactInterval;
import com.opsatc.contract.document.ContextFile.Label;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextFilesTest {
    @Test
    void of_kpiAndFinding_statesOneFigureAFactAndValidates() {
        ContextFile file = file("Create order", "Post goods issue");

        ContractSchemas.validate(SchemaFile.CONTEXT, CanonicalJson.write(file));
        assertThat(file.kpis().get(0).facts().stream().map(Fact::text))
                .containsExactly(
                        "Cycle time of process Sales orders, 2026-03-02 to 2026-03-29: the median is 6.2 d over 1,234 members (95.0 %"
                                + " interval 6 d to 6.5 d); lower is better, its trend is not measured.",
                        "Cycle time of process Sales orders, 2026-03-02 to 2026-03-29: the mean is 7.5 d.",
                        "Cycle time of process Sales orders, 2026-03-02 to 2026-03-29: the ninetieth percentile is 14 d.",
                        "Cycle time of process Sales orders, 2026-03-02 to 2026-03-29: the reopened count is 21.",
                        "Cycle time of process Sales orders as of 2026-03-29: 12 members are still open and not counted.",
                        "Cycle time of process Sales orders as of 2026-03-29: 3 members are left out for the reason no-start.");
        assertThat(file.kpis().get(0).caveats()).containsExactly("It covers 2026-03-02 to 2026-03-29 in the zone UTC.");
        assertThat(file.kpis().get(0).facts().get(0))
                .isEqualTo(new Fact(
                        "K-p-cycle-time.value",
                        file.kpis().get(0).facts().get(0).text(),
                        new BigDecimal("535680000000"),
                        Unit.MICROSECONDS,
                        "6.2 d",
                        1234,
                        new FactInterval(
                                new BigDecimal("0.95"),
                                new BigDecimal("518400000000"),
                                new BigDecimal("561600000000"),
                                "order-statistic",
                                "6 d to 6.5 d"),
                        null,
                        Direction.LOWER_IS_BETTER,
                        Trend.NOT_MEASURED));
        assertThat(file.kpis().get(0).facts())
                .filteredOn(fact -> !fact.id().endsWith(".value"))
                .extracting(Fact::n, Fact::noInterval, Fact::direction)
                .containsExactly(
                        tuple(1234L, "None is computed for it.", Direction.LOWER_IS_BETTER),
                        tuple(1234L, "None is computed for it.", Direction.LOWER_IS_BETTER),
                        tuple(21L, "It is a number of things, and no estimate.", Direction.NONE),
                        tuple(12L, "It is a number of things, and no estimate.", Direction.NONE),
                        tuple(3L, "It is a number of things, and no estimate.", Direction.NONE));
        assertThat(texts(file, 0))
                .containsExactly(
                        STEP
                                + "the sum of the time beyond the step's own first quartile is 163 d over 321 members; lower is"
                                + " better, its trend is not measured.",
                        STEP + "the step occurs in 300 cases.",
                        STEP + "the median is 2 h.",
                        STEP + "the sum of the time beyond the step's own first quartile is 38.0 % of what all steps of"
                                + " the process add up to.",
                        STEP + "the first quartile of the step is 1 h.");
        assertThat(file.notMeasured())
                .containsExactly(new ContextFile.NotMeasured(
                        "K-p-otif-line", new DefinitionRef("otif-line", 2), "No delivered quantity."));
        assertThat(file.labels())
                .containsExactly(
                        new Label("L1", Label.TENANT_DATA, "Create order"),
                        new Label("L2", Label.TENANT_DATA, "Post goods issue"));
        assertThat(file.sanitised().labels()).isZero();
    }

    @Test
    void of_kpiShift_namesTheKpiByItsTitleAndNoLabel() {
        ContextFile file = file("Create order", "Post goods issue");

        String during = "On time in full, order lines of process Sales orders, 2026-03-16 to 2026-03-29: ";
        String before =
                "On time in full, order lines of process Sales orders, before the shift in the week of 2026-03-16: ";
        String across =
                "On time in full, order lines of process Sales orders, at the shift in the week of 2026-03-16: ";
        assertThat(texts(file, 1))
                .containsExactly(
                        during
                                + "the share is 84.0 % over 200 members (95.0 % interval 78.0 % to 88.0 %); higher is better,"
                                + " it has worsened.",
                        before + "the share is 90.0 % over 700 members (95.0 % interval 89.0 % to 91.0 %).",
                        across
                                + "the share after it less the one before it is -6.0 %, in percentage points (95.0 % interval"
                                + " -9.0 % to -2.0 %).",
                        during + "it is measured over 5 full weeks.",
                        before + "it is measured over 12 full weeks.");
        assertThat(file.findings().get(1).facts())
                .extracting(Fact::n, Fact::direction, Fact::trend)
                .containsExactly(
                        tuple(200L, Direction.HIGHER_IS_BETTER, Trend.WORSENED),
                        tuple(700L, Direction.HIGHER_IS_BETTER, Trend.WORSENED),
                        tuple(900L, Direction.HIGHER_IS_BETTER, Trend.WORSENED),
                        tuple(5L, Direction.NONE, Trend.NOT_MEASURED),
                        tuple(12L, Direction.NONE, Trend.NOT_MEASURED));
        assertThat(file.labels().stream().map(Label::text)).containsExactly("Create order", "Post goods issue");
    }

    @Test
    void of_edgeShift_statesTheChangeAsAPartOfWhatWas() {
        ContextFile file = file("Create order", "Post goods issue");

        assertThat(texts(file, 2))
                .containsExactly(
                        "The time from {L2} to {L1} of process Sales orders, 2026-03-16 to 2026-03-29: the median is 3 h over 40 members; lower is"
                                + " better, it has worsened.",
                        "The time from {L2} to {L1} of process Sales orders, at the shift in the week of 2026-03-16: the change is"
                                + " 50.0 % of the median before it.");
    }

    @Test
    void of_findingWithMembers_hasABlockForEachOfTheFirstAndCountsTheRest() {
        ContextFile file = SampleContext.together(6);

        ContractSchemas.validate(SchemaFile.CONTEXT, CanonicalJson.write(file));
        assertThat(file.findings())
                .extracting(ContextFile.Block::id)
                .containsExactly("F-p-009", "F-p-009-2", "F-p-009-3", "F-p-009-4", "F-p-009-5", "F-p-001");
        assertThat(file.budget().droppedFindings()).isEqualTo(2);
        assertThat(texts(file, 0))
                .contains(
                        "The time from {L1} to {L2} of process Sales orders, at the shift in the week of 2026-03-16: it is the"
                                + " first of 7 that moved the same way, at most a week apart from it.");
        assertThat(texts(file, 1)).hasSize(2).noneMatch(text -> text.contains("the first of"));
    }

    @Test
    void of_anyFact_hasNoFigureInItsTextButItsOwn() {
        ContextFile file = file("Create order", "Post goods issue");
        List<Fact> facts = new ArrayList<>();
        file.kpis().forEach(block -> facts.addAll(block.facts()));
        file.findings().forEach(block -> facts.addAll(block.facts()));

        for (Fact fact : facts) {
            String undated = fact.text().replaceAll("\\{L\\d+}|\\d{4}-\\d{2}-\\d{2}", "");
            assertThat(undated).contains(fact.display());
            String rest = undated.replace(fact.display(), "").replace("over " + Humane.count(fact.n()) + " member", "");
            if (fact.interval() != null) {
                assertThat(rest).contains(fact.interval().display());
                rest = rest.replace(fact.interval().display(), "")
                        .replace(Humane.share(fact.interval().level()) + " interval", "");
            }
            assertThat(rest).doesNotContainPattern("[0-9]");
        }
    }
}
