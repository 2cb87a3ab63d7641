package com.opsatc.process.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.LeverDone;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.RealisedState;
import com.opsatc.contract.advice.StepChange;
import com.opsatc.evidence.RealisedCheck;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.finding.Findings;
import com.opsatc.process.finding.MinedLogs;
import com.opsatc.process.kpi.MemorySink;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.recommend.realised.RealisedEffects;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two cases a day over seventy days, the 36th of which is stated: B to C takes 3 h before and 1 h since, D to E 2 h and 4 h, all others 1
 * h. On the scale 1 h is 11814, 2 h 12814, 3 h 13399, 4 h 13814.
 */
final class RealisedEffectsTest {
    private static final Levers LEVERS = Levers.load(Path.of(System.getProperty("opsatc.root"), "conf", "levers"));
    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F");
    private static final LocalDate SINCE = PlantedLog.FIRST.plusDays(35);

    private final MemorySink sink = new MemorySink();

    /** B to C: -1585. Untouched, with no activity of it: D to E 1000, E to F none, mean 500. 2^-2.085 is 0.2357. */
    @Test
    void of_stepThatBecameShorter_isComparedWithWhatNobodyTouched() {
        List<RealisedEffect> effects = effects(done("B", "C", SINCE));

        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.id()).isEqualTo("E-process-001");
            assertThat(effect.state()).isEqualTo(RealisedState.LESS_TIME);
            assertThat(effect.change()).isEqualByComparingTo("-0.7643");
            // All of a kind are alike, so that no replicate differs.
            assertThat(effect.interval().low()).isEqualByComparingTo("-0.7643");
            assertThat(effect.interval().high()).isEqualByComparingTo("-0.7643");
            assertThat(effect.step())
                    .extracting(StepChange::before, StepChange::after, StepChange::sumBefore, StepChange::sumAfter)
                    .containsExactly(70L, 70L, 70 * 13_399L, 70 * 11_814L);
            assertThat(effect.step().medianBeforeUs()).isEqualTo(3 * PlantedLog.HOUR);
            assertThat(effect.peers())
                    .extracting(StepChange::subjects)
                    .containsExactly(List.of("D", "E"), List.of("E", "F"));
            assertThat(effect.statement())
                    .isEqualTo(
                            "From {subject.1} to {subject.2} the time since is 76.4 % shorter than it would, had it gone as 2"
                                    + " untouched steps did (95.0 % interval -76.4 % to -76.4 %); this is associated with 'Hold the"
                                    + " declared target of the step'.");
        });
        assertRecomputed(effects);
    }

    /** D to E took twice as long; with no other lever its peers are A to B and B to C, of which B to C became shorter. */
    @Test
    void of_severalLevers_nobodyIsAPeerWhoWasTouched() {
        List<RealisedEffect> effects = effects(done("B", "C", SINCE), done("D", "E", SINCE), done("C", "D", SINCE));

        // A step shares an activity with each of the others here: before and after alone. 2^-1.585 and 2^1.
        assertThat(effects)
                .extracting(
                        RealisedEffect::state,
                        effect -> effect.change().toPlainString(),
                        effect -> effect.peers().size())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(RealisedState.LESS_TIME, "-0.6667", 0),
                        org.assertj.core.api.Assertions.tuple(RealisedState.MORE_TIME, "1.0000", 0),
                        org.assertj.core.api.Assertions.tuple(RealisedState.NO_SIGNAL, "0.0000", 0));
        assertThat(effects.get(0).statement()).contains("no step was left untouched to compare with");
        assertThat(effects.get(2).statement())
                .startsWith("No signal from {subject.1} to {subject.2}: the time since is neither shorter nor longer");
        assertRecomputed(effects);
    }

    @Test
    void of_whatCannotBeCompared_saysWhy() {
        List<RealisedEffect> effects = effects(
                done("B", "E", SINCE),
                done("B", "C", PlantedLog.FIRST.plusDays(91)),
                done("D", "E", PlantedLog.FIRST.plusDays(5)));

        assertThat(effects)
                .allSatisfy(effect -> assertThat(effect.state()).isEqualTo(RealisedState.NOT_MEASURED))
                .extracting(RealisedEffect::statement)
                .containsExactly(
                        "What came of it is not measured: the log has no such step.",
                        "What came of it is not measured: it is said to begin on 2026-04-06, and the run is of 2026-04-05.",
                        "What came of it is not measured: of the weeks before or of those since there are fewer than 30"
                                + " passages.");
        assertThat(sink.documents()).isEmpty();
        assertRecomputed(effects);
    }

    private void assertRecomputed(List<RealisedEffect> effects) {
        assertThat(effects).allMatch(effect -> RealisedCheck.of(effect, sink::open));
        // Another day divides the same rows otherwise.
        assertThat(effects.stream().filter(effect -> effect.step() != null))
                .noneMatch(effect -> RealisedCheck.of(
                        com.opsatc.contract.advice.RealisedEffectBuilder.builder(effect)
                                .since(effect.since().plusDays(1))
                                .build(),
                        sink::open));
    }

    private List<RealisedEffect> effects(LeverDone... done) {
        PlantedLog log = new PlantedLog();
        for (int i = 0; i < 140; i++) {
            boolean since = i % 70 >= 35;
            log.add(NAMES, List.of(0L, 1L, since ? 1L : 3L, 1L, since ? 4L : 2L, 1L));
        }
        Findings.Looked looked = new Findings.Looked(
                log.input(),
                List.of(),
                Bottlenecks.rank(log.mined(), DeclaredWaits.NONE, List.of()),
                log.mined(),
                log.input().log(),
                MinedLogs.weeks(log.rows(), PlantedLog.ZONE),
                Processes.definitions(),
                DeclaredWaits.NONE);
        return new RealisedEffects(looked, LEVERS, List.of(done)).of(sink);
    }

    private static LeverDone done(String from, String to, LocalDate since) {
        return new LeverDone("hold-the-target", from, to, since, "Minutes", "operations");
    }
}
