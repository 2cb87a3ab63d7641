package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Basis;
import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.advice.Watch;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.kernel.advice.RegainedRate;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.recommend.effect.SavedEffect;
import com.opsatc.process.recommend.effect.Taken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A share of kept promises that fell: how many more members would be good, had it not.
 *
 * @param shift the finding that states the fall, whose rows the effect follows from
 * @param members of the KPI
 * @param others findings of the same fall in other variants of the family
 */
record RateOpportunity(
        Considered in, String family, KpiValue kpi, Finding shift, CountedMembers members, List<Finding> others)
        implements Opportunity {
    private static final int DECIMALS = 6;

    RateOpportunity {
        requireNonNull(in, "in");
        requireNonNull(family, "family");
        requireNonNull(kpi, "kpi");
        requireNonNull(shift, "shift");
        requireNonNull(members, "members");
        others = List.copyOf(others);
    }

    @Override
    public Sign sign() {
        return Sign.LOWER_RATE;
    }

    @Override
    public List<String> subjects() {
        return List.of(kpi.id());
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Optional<Lever> lever(Levers levers) {
        return levers.of(sign(), family);
    }

    @Override
    public SavedEffect effect(Taken taken) {
        CountedMembers after =
                members.between(shift.window().from(), shift.window().to());
        int weeks = shift.facts().get(FigureName.WEEKS_BEFORE).intValueExact();
        CountedMembers before = members.between(
                shift.window().from().minusWeeks(weeks), shift.window().from().minusDays(1));
        long optimistic = RegainedRate.toRateBefore(good(before), before.n(), good(after), after.n());
        long conservative = Math.min(optimistic, RegainedRate.atLeast(least(), after.n()));
        return new SavedEffect(
                conservative,
                optimistic,
                null,
                null,
                BigDecimal.valueOf(conservative).divide(BigDecimal.valueOf(kpi.n()), DECIMALS, RoundingMode.DOWN),
                after.n(),
                after.n(),
                shift.window());
    }

    private static long good(CountedMembers members) {
        return Arrays.stream(members.contributions()).sum();
    }

    /** The end of the fall's interval that is nearest to none; nothing where it reaches none or there is no interval. */
    private BigDecimal least() {
        BigDecimal high = shift.facts().get(FigureName.CHANGE_HIGH);
        return high == null ? BigDecimal.ZERO : high.negate().max(BigDecimal.ZERO);
    }

    @Override
    public void take(Taken taken) {
        taken.none();
    }

    @Override
    public EffectEnd conservative(SavedEffect effect, Lever lever) {
        return new EffectEnd(
                lever.counterfactual().conservative(),
                BigDecimal.valueOf(effect.conservative()),
                null,
                null,
                null,
                Recomputed.NO);
    }

    @Override
    public EffectEnd optimistic(SavedEffect effect, Lever lever) {
        return new EffectEnd(
                lever.counterfactual().optimistic(),
                BigDecimal.valueOf(effect.optimistic()),
                null,
                null,
                null,
                Recomputed.VALUE);
    }

    @Override
    public List<Basis> basis() {
        return Stream.concat(Stream.of(shift), others.stream())
                .map(Considered::basis)
                .toList();
    }

    @Override
    public List<String> against() {
        return List.of();
    }

    @Override
    public Optional<String> contradiction() {
        return Optional.empty();
    }

    @Override
    public Watch watch(Lever lever) {
        return Watches.ofKpi(in, kpi, lever);
    }

    @Override
    public Evidence evidence(Taken taken, String id, EvidenceSink sink) {
        return shift.evidence();
    }
}
