package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Basis;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.figure.Humane;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.recommend.effect.HeldPassages;
import com.opsatc.process.recommend.effect.Passages;
import com.opsatc.process.recommend.effect.SavedBands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Steps of the ranking that take longer than declared, hold their time in few passages, or hold most of the time. */
final class SlowSteps implements SignSearch {
    /** Ranked beyond it a step is not looked at, unless a target is declared for it. */
    private static final int FIRST_RANKS = 10;

    private static final int MOST = 5;
    private static final long FEWEST_FOR_A_TENTH = 100;
    /** Beyond the ninth decile of memoryless waiting lies a tenth of its time. */
    private static final long TAIL_PART = 4;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int TIMES_AN_EVEN_SHARE = 3;
    /** One passage in so many may rest on the tie-break before it is said. */
    private static final long TIES = 20;

    @Override
    public List<Seen> search(Considered in) {
        List<Bottleneck> ranked = in.looked().ranked();
        List<Bottleneck> declared =
                ranked.stream().filter(Bottleneck::againstDeclaredTarget).toList();
        List<Bottleneck> first = ranked.subList(0, Math.min(FIRST_RANKS, ranked.size()));
        return List.of(
                new Seen(
                        Sign.BEYOND_TARGET,
                        declared.size(),
                        "A target is declared for a step, and passages take longer.",
                        seen(in, Sign.BEYOND_TARGET, declared, each -> true)),
                new Seen(
                        Sign.LONG_TAIL,
                        first.size(),
                        "A quarter or more of the time of a step lies beyond its ninth decile, of a hundred passages or"
                                + " more; of waiting without a memory it would be a tenth.",
                        seen(in, Sign.LONG_TAIL, first, each -> longTail(in, each))),
                new Seen(
                        Sign.DOMINANT_STEP,
                        first.size(),
                        "A step holds half or more of the time of all steps beyond their targets, and three times an even"
                                + " share.",
                        seen(in, Sign.DOMINANT_STEP, first, each -> dominant(each, ranked.size()))));
    }

    private static boolean longTail(Considered in, Bottleneck step) {
        EdgeStats passages = in.looked().mined().step(step.from(), step.to()).passages();
        return passages.n() >= FEWEST_FOR_A_TENTH
                && Math.multiplyExact(TAIL_PART, passages.gaps().sumAboveUs(passages.quantileUs(9, 10)))
                        >= passages.sumUs();
    }

    private static boolean dominant(Bottleneck step, int steps) {
        return step.share().compareTo(HALF) >= 0
                && step.share().multiply(BigDecimal.valueOf(steps)).compareTo(BigDecimal.valueOf(TIMES_AN_EVEN_SHARE))
                        >= 0;
    }

    private static List<Opportunity> seen(
            Considered in, Sign sign, List<Bottleneck> among, Predicate<Bottleneck> shows) {
        List<Opportunity> seen = new ArrayList<>();
        among.stream().filter(shows).limit(MOST).forEach(each -> seen.add(opportunity(in, sign, each)));
        return seen;
    }

    private static Opportunity opportunity(Considered in, Sign sign, Bottleneck bottleneck) {
        TimedEdge step = in.looked().mined().step(bottleneck.from(), bottleneck.to());
        long ninthDecile = step.passages().quantileUs(9, 10);
        return new PassageOpportunity(
                in,
                ShownSign.of(sign, step, in),
                new HeldPassages(
                        in.looked().process(),
                        sign,
                        Passages.ofStep(in.looked().steps(), step),
                        step.passages().n()),
                SavedBands.above(Math.max(bottleneck.targetUs(), ninthDecile), bottleneck.targetUs()),
                new Grounds(basis(in, bottleneck), against(step), faster(in, bottleneck)),
                lever -> Watches.ofStep(in, step, lever));
    }

    private static List<Basis> basis(Considered in, Bottleneck bottleneck) {
        return in.found().findings().stream()
                .filter(finding -> finding.id().equals(findingOf(in, bottleneck)))
                .map(Considered::basis)
                .toList();
    }

    private static String findingOf(Considered in, Bottleneck bottleneck) {
        return in.found().bottlenecks().stream()
                .filter(each ->
                        each.from().equals(bottleneck.from()) && each.to().equals(bottleneck.to()))
                .map(Bottleneck::findingId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> faster(Considered in, Bottleneck bottleneck) {
        return in.shiftOf(List.of(bottleneck.from(), bottleneck.to()))
                .filter(shift -> Considered.rose(shift).filter(rose -> !rose).isPresent())
                .map(shift -> "The step has become faster since the week of "
                        + shift.window().from() + ", as finding " + shift.id() + " says.");
    }

    /** What of a step's time speaks against a lever on it. */
    static List<String> against(TimedEdge step) {
        List<String> against = new ArrayList<>();
        if (step.measure() == GapMeasure.INTER_COMPLETION) {
            against.add("Starts are not recorded, or of too few passages: the time holds work as well as waiting.");
        }
        if (step.passages().ties() * TIES >= step.passages().n()) {
            against.add("The order of " + Humane.count(step.passages().ties()) + " of "
                    + Humane.count(step.passages().n()) + " passages rests on the tie-break.");
        }
        return against;
    }
}
