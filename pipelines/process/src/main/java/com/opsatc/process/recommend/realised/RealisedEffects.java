package com.opsatc.process.recommend.realised;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.LeverDone;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.RealisedEffectBuilder;
import com.opsatc.contract.advice.RealisedState;
import com.opsatc.contract.advice.StepChange;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.statistics.MeanChange;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.finding.Findings.Looked;
import com.opsatc.process.kpi.Intervals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is seen of each step since the tenant says that a lever was pulled on it. "No signal" and "not measured" are answers.
 *
 * @param done as the tenant declares it of the process, in its order
 */
public record RealisedEffects(Looked looked, Levers levers, List<LeverDone> done) {
    private static final int FEWEST = 30;
    private static final int MOST_PEERS = 3;
    private static final int DECIMALS = 4;
    private static final double PER_DOUBLING = 1_000_000;
    /** Fixed, so that the same cases have the same interval. */
    private static final long SEED = 1;

    public RealisedEffects {
        requireNonNull(looked, "looked");
        requireNonNull(levers, "levers");
        done = List.copyOf(done);
    }

    /** One for each declaration, in order. */
    public List<RealisedEffect> of(EvidenceSink sink) {
        List<RealisedEffect> effects = new ArrayList<>();
        for (LeverDone each : done) {
            effects.add(effect(each, effects.size() + 1, sink));
        }
        return effects;
    }

    private RealisedEffect effect(LeverDone declared, int place, EvidenceSink sink) {
        Lever lever = levers.all().stream()
                .filter(each -> each.id().equals(declared.lever()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid lever: it is none of the catalogue"));
        String id = "E-" + looked.process().process() + String.format(Locale.ROOT, "-%03d", place);
        RealisedEffectBuilder builder = RealisedEffectBuilder.builder()
                .id(id)
                .process(looked.process().process())
                .lever(lever.ref())
                .definition(looked.definitions().require("realised-effect").ref())
                .subjects(declared.step())
                .since(declared.since())
                .peers(List.of())
                .source(declared.source())
                .statedBy(declared.statedBy());
        Optional<TimedEdge> step = looked.mined().steps().stream()
                .filter(each -> declared.step().equals(List.of(each.from(), each.to())))
                .findFirst();
        LocalDate asOf = looked.process().asOf();
        if (step.isEmpty()) {
            return notMeasured(builder, "the log has no such step");
        }
        if (declared.since().isAfter(asOf)) {
            return notMeasured(builder, "it is said to begin on " + declared.since() + ", and the run is of " + asOf);
        }

        String zone = looked.process().zone().getId();
        Window before = new Window(
                declared.since().minusWeeks(lever.weeks()), declared.since().minusDays(1), zone);
        LocalDate last = declared.since().plusWeeks(lever.weeks()).minusDays(1);
        Window after = new Window(declared.since(), last.isAfter(asOf) ? asOf : last, zone);
        ComparedStep compared = ComparedStep.of(looked.steps(), step.get(), looked.process(), before, after);
        if (compared.fewest() < FEWEST) {
            return notMeasured(
                    builder, "of the weeks before or of those since there are fewer than " + FEWEST + " passages");
        }

        List<ComparedStep> peers = peers(before, after);
        return measured(builder.before(before).after(after), id, lever, compared, peers, sink);
    }

    private static RealisedEffect notMeasured(RealisedEffectBuilder builder, String why) {
        return builder.state(RealisedState.NOT_MEASURED)
                .statement("What came of it is not measured: " + why + ".")
                .build();
    }

    /** The steps with the most passages that no lever touched, neither themselves nor at one of their activities. */
    private List<ComparedStep> peers(Window before, Window after) {
        Set<String> touched = new HashSet<>();
        done.forEach(each -> touched.addAll(each.step()));
        return looked.mined().steps().stream()
                .filter(each -> !touched.contains(each.from()) && !touched.contains(each.to()))
                .filter(each -> each.passages().n() >= 2 * FEWEST)
                .sorted(Comparator.comparingLong(
                                (TimedEdge each) -> each.passages().n())
                        .reversed()
                        .thenComparing(TimedEdge::from)
                        .thenComparing(TimedEdge::to))
                .limit(MOST_PEERS)
                .map(each -> ComparedStep.of(looked.steps(), each, looked.process(), before, after))
                .filter(each -> each.fewest() >= FEWEST)
                .toList();
    }

    private static RealisedEffect measured(
            RealisedEffectBuilder builder,
            String id,
            Lever lever,
            ComparedStep step,
            List<ComparedStep> peers,
            EvidenceSink sink) {
        List<MeanChange.Cells> others = peers.stream().map(ComparedStep::cells).toList();
        BigDecimal change = part(MeanChange.of(step.cells(), others));
        Range range = MeanChange.interval(step.cells(), others, SEED);
        Interval interval = new Interval(Intervals.LEVEL, part(range.low()), part(range.high()), "bucket-bootstrap");
        RealisedState state = interval.high().signum() < 0
                ? RealisedState.LESS_TIME
                : interval.low().signum() > 0 ? RealisedState.MORE_TIME : RealisedState.NO_SIGNAL;
        List<StepChange> told = new ArrayList<>();
        for (ComparedStep peer : peers) {
            told.add(peer.told(id + "-peer-" + (told.size() + 1), sink));
        }
        return builder.state(state)
                .statement(RealisedTexts.statement(lever, state, change, interval, peers.size()))
                .change(change)
                .interval(interval)
                .step(step.told(id, sink))
                .peers(told)
                .build();
    }

    /** By which part a time became longer that moved so far on the scale, in thousandths of its units. */
    private static BigDecimal part(long thousandths) {
        return BigDecimal.valueOf(StrictMath.pow(2, thousandths / PER_DOUBLING) - 1)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
