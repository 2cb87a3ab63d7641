package com.opsatc.jobs.simulate.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.jobs.simulate.DemoTenants;
import com.opsatc.jobs.simulate.Expectations.EdgeFigure;
import com.opsatc.jobs.simulate.Expectations.Share;
import com.opsatc.jobs.simulate.PlantedTruth;
import com.opsatc.jobs.simulate.Simulation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check passes a run that found everything, and misses nothing that is missing. */
class DemoCheckTest {
    @TempDir
    private static Path folder;

    private static PlantedTruth truth;
    private static PlantedTruth control;

    private FaithfulRun run;

    @BeforeAll
    static void simulate() {
        truth = Simulation.of(DemoTenants.of(42).get(0)).write(folder.resolve("planted"));
        control = Simulation.of(DemoTenants.control(42).get(0)).write(folder.resolve("control"));
    }

    @BeforeEach
    void find() {
        run = new FaithfulRun(truth);
    }

    @Test
    void compare_allFound_isOk() {
        assertThat(DemoCheck.compare(truth, run.documents()))
                .hasSizeGreaterThan(17)
                .allSatisfy(line -> assertThat(line.ok()).as(line.toString()).isTrue());
    }

    @Test
    void compare_otifStepMissing_isMissed() {
        run.findings.remove(0);

        assertThat(failures()).containsExactly("OTIF step: nothing");
    }

    /** Shifts that moved in one week are one finding: what is planted may be a member of it. */
    @Test
    void compare_otifStepAndEdgeAsMembers_areFound() {
        Finding edge = run.edgeShift(truth.slowEdge().since(), 1);
        run.findings.set(0, run.findings.get(0).leading("2 steps.", List.of(run.findings.get(1))));
        run.findings.set(1, edge);

        assertThat(failures()).isEmpty();
    }

    @Test
    void compare_otifStepTwoWeeksOff_isMissed() {
        run.findings.set(
                0,
                run.otifShift(
                        truth.otifStep().from().plusWeeks(2),
                        truth.otifStep().before(),
                        truth.otifStep().after()));

        assertThat(failures()).singleElement().asString().startsWith("OTIF step: from ");
    }

    @Test
    void compare_otifRoseInstead_isMissed() {
        run.findings.set(
                0,
                run.otifShift(
                        truth.otifStep().from(),
                        truth.otifStep().after(),
                        truth.otifStep().before()));

        assertThat(failures()).singleElement().asString().startsWith("OTIF step: from ");
    }

    @Test
    void compare_edgeShiftOfHalfTheSize_isMissed() {
        run.findings.set(
                1, run.edgeShift(truth.slowEdge().since(), truth.slowEdge().afterUs() / 2));

        assertThat(failures()).singleElement().asString().startsWith("slow edge ");
    }

    @Test
    void compare_oneLineCountedOtherwise_isMissed() {
        Share share = truth.expectations().orders().inFullLine();
        KpiValue faithful = run.kpis.get(1);
        run.kpis.set(1, run.kpi("in-full-line", "order-to-cash", Unit.RATIO, faithful.value(), share.n() - 1));

        assertThat(failures()).singleElement().asString().startsWith("in full, lines");
    }

    /** Each of the six is checked, by itself. */
    @Test
    void compare_anyShareTakenForAnother_isMissed() {
        for (int i = 0; i < 6; i++) {
            FaithfulRun other = new FaithfulRun(truth);
            KpiValue faithful = other.kpis.get(i);
            KpiValue next = other.kpis.get(i % 3 == 2 ? i - 2 : i + 1);
            other.kpis.set(
                    i, other.kpi(faithful.definition().id(), "order-to-cash", Unit.RATIO, next.value(), faithful.n()));

            assertThat(failures(truth, other)).as(faithful.id()).hasSize(1);
        }
    }

    @Test
    void compare_anHourGained_isMissed() {
        ProcessEdges faithful = run.edges.get(0);
        List<EdgeFigure> figures = new ArrayList<>(truth.expectations().orders().edges());
        EdgeFigure first = figures.get(0);
        figures.set(
                0, new EdgeFigure(first.from(), first.to(), first.n(), first.sumUs() + 3_600_000_000L, first.p50Us()));
        run.edges.set(0, FaithfulRun.edges("order-to-cash", faithful.cases(), faithful.events(), figures));

        assertThat(failures()).singleElement().asString().startsWith("orders over ");
    }

    @Test
    void compare_fileAdmittedAgain_isMissed() {
        FileQuality resent = run.files.get(1);
        run.files.add(resent);

        assertThat(failures()).singleElement().asString().endsWith("admitted again");
    }

    @Test
    void compare_faultsNotReported_areMissed() {
        run.files.clear();
        run.quarantine.clear();

        assertThat(failures()).hasSize(8);
    }

    @Test
    void compare_instructionInASentence_isMissed() {
        run.others.put(
                "context.json",
                ("{\"kpis\":[{\"text\":\"x " + truth.injectedTexts().get(0) + "\"}]}").getBytes(UTF_8));

        assertThat(failures()).containsExactly("instructions in text: loose in [context.json/kpis/text]");
    }

    @Test
    void compare_instructionInALabel_isOk() {
        run.others.put(
                "context.json",
                ("{\"labels\":[{\"text\":\"" + truth.injectedTexts().get(0) + "\"}]}").getBytes(UTF_8));

        assertThat(failures()).isEmpty();
    }

    @Test
    void compare_scriptInAPage_isMissedAndInRowsOfDataIsOk() {
        run.others.put("evidence/x.arrow", "...<script>alert(1)".getBytes(UTF_8));
        assertThat(failures()).isEmpty();

        run.others.put("report.html", "...<script>alert(1)".getBytes(UTF_8));
        assertThat(failures()).containsExactly("instructions in text: loose in [report.html]");
    }

    @Test
    void compare_personPublished_isMissed() {
        run.others.put("evidence/x.arrow", ("..." + truth.personCanaries().get(0) + "7").getBytes(UTF_8));

        assertThat(failures()).containsExactly("persons: in [evidence/x.arrow]");
    }

    @Test
    void compare_controlWithoutShift_isOk() {
        assertThat(failures(control, new FaithfulRun(control))).isEmpty();
    }

    @Test
    void compare_controlWithShift_isMissed() {
        Finding shift = run.otifShift(control.from().plusWeeks(8), new BigDecimal("0.9"), new BigDecimal("0.8"));
        FaithfulRun noise = new FaithfulRun(control);
        noise.findings.add(shift);

        assertThat(failures(control, noise)).containsExactly("control: [F-kpi-shift order-to-cash [K-otif-line]]");
    }

    private List<String> failures() {
        return failures(truth, run);
    }

    private static List<String> failures(PlantedTruth planted, FaithfulRun published) {
        return DemoCheck.compare(planted, published.documents()).stream()
                .filter(line -> !line.ok())
                .map(line -> line.item() + ": " + line.found())
                .toList();
    }
}
