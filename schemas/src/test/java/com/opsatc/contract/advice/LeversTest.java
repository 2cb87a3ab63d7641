package com.opsatc.contract.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeversTest {
    private static final Path CONF = Path.of(System.getProperty("opsatc.root"), "conf", "levers");

    @TempDir
    Path folder;

    @Test
    void load_ofTheShippedLevers_hasOneForEverySignWhateverItIsAbout() {
        Levers levers = Levers.load(CONF);

        assertThat(levers.all()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Arrays.stream(Sign.values()).filter(sign -> !sign.isOfKpi()))
                .allSatisfy(sign -> assertThat(levers.of(sign, List.of("x", "y"), GapMeasure.INTER_COMPLETION, null))
                        .isPresent());
        assertThat(List.of("on-time", "in-full", "otif"))
                .allSatisfy(
                        family -> assertThat(levers.of(Sign.LOWER_RATE, family)).isPresent());
        assertThat(levers.of(Sign.LOWER_RATE, "cycle-time")).isEmpty();
    }

    @Test
    void everyCounterfactual_isOfSomeShippedLeverAndEverySignHasOne() {
        assertThat(Levers.load(CONF).all().stream().map(Lever::counterfactual))
                .containsAll(List.of(Counterfactual.values()));
        assertThat(Sign.values())
                .allSatisfy(sign -> assertThat(Counterfactual.values())
                        .filteredOn(each -> each.estimates(sign))
                        .hasSize(1));
    }

    @Test
    void of_severalLeversThatApply_takesTheOneWithMostConditions() {
        Levers levers = Levers.load(CONF);

        assertThat(idOf(levers, Sign.REPEATED_LATER, "Approve order")).isEqualTo("approve-once");
        assertThat(idOf(levers, Sign.REPEATED_LATER, "CHANGE PRICE")).isEqualTo("get-entries-right");
        assertThat(idOf(levers, Sign.REPEATED_LATER, "Pack")).isEqualTo("fix-the-source-of-rework");
        assertThat(levers.of(Sign.BEYOND_TARGET, List.of("Enter", "Release credit"), GapMeasure.WAITING, null)
                        .map(Lever::id))
                .contains("decide-within-the-target");
    }

    @Test
    void load_withSeveralMistakes_reportsAllOfAllFilesAtOnce() throws Exception {
        write("a.yaml", valid("a").replace("title:", "titel:").replace("version: 1", "version: 0"));
        write("b.yaml", valid("b").replace("no-repetition", "cap-at-target"));
        write("c.yaml", valid("c").replace("  sign: repeated-later", "  sign: repeated-later\n  kpi: otif\n  to: '('"));
        write("d.yaml", valid("other"));

        assertThatThrownBy(() -> Levers.load(folder))
                .isInstanceOf(PipelineException.class)
                .extracting(error -> ((PipelineException) error).code(), Throwable::getMessage)
                .containsExactly(
                        ErrorCode.CONFIGURATION,
                        "Cannot use the levers: a.yaml/: additionalProperties: unknown property titel;"
                                + " a.yaml/: required: title is missing; a.yaml/version: minimum: 1;"
                                + " b.yaml: counterfactual cap-at-target cannot be estimated of sign repeated-later;"
                                + " c.yaml: only sign lower-rate is of a KPI: leave kpi away;"
                                + " c.yaml: from or to is no regular expression: Unclosed group;"
                                + " d.yaml: holds lever other; name the file other.yaml");
    }

    @Test
    void load_ofAFolderWithoutLevers_fails() {
        assertThatThrownBy(() -> Levers.load(folder)).hasMessageEndingWith("holds no .yaml file");
        assertThatThrownBy(() -> Levers.load(folder.resolve("absent")))
                .hasMessageEndingWith("is missing or not readable");
    }

    /** Each cause that a lever can answer has one of its own; what the log does not tell has that of any step. */
    @Test
    void of_stepThatMostlyWaitsForOneCause_isThatCausesLever() {
        Levers levers = Levers.load(CONF);

        assertThat(List.of(
                        WaitCause.BATCHING, WaitCause.CONTENTION, WaitCause.PRIORITISATION, WaitCause.UNAVAILABILITY))
                .extracting(cause -> levers.of(Sign.DOMINANT_STEP, List.of("x", "y"), GapMeasure.WAITING, cause)
                        .map(Lever::id)
                        .orElseThrow())
                .containsExactly(
                        "release-batches-sooner", "level-the-load", "work-in-order-of-arrival", "cover-the-hours");
        assertThat(levers.of(Sign.DOMINANT_STEP, List.of("x", "y"), GapMeasure.WAITING, WaitCause.EXTRANEOUS)
                        .map(Lever::id))
                .contains("shorten-the-longest-step");
        assertThat(levers.of(Sign.LONG_TAIL, List.of("x", "y"), GapMeasure.WAITING, WaitCause.PRIORITISATION)
                        .map(Lever::id))
                .contains("do-not-overtake-the-oldest");
    }

    private static String idOf(Levers levers, Sign sign, String activity) {
        return levers.of(sign, List.of(activity), null, null).map(Lever::id).orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String valid(String id) {
        return """
                id: %s
                version: 1
                title: Do it once
                plain: Do it once.
                when:
                  sign: repeated-later
                counterfactual: no-repetition
                assumptions:
                  - It can be avoided.
                guardrail:
                  - cycle-time
                owner: quality
                weeks: 8
                source: OpsATC
                """.formatted(id);
    }
}
