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
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.advice.TimeBand;
import com.opsatc.kernel.statistics.BucketBootstrap;
import com.opsatc.kernel.statistics.Range;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.CountedRecords;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.Intervals;
import com.opsatc.process.recommend.effect.HeldPassages;
import com.opsatc.process.recommend.effect.SavedBands;
import com.opsatc.process.recommend.effect.SavedEffect;
import com.opsatc.process.recommend.effect.Taken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Time in cases that a lever would shorten: what lies within a band of each passage or repetition. */
record PassageOpportunity(
        Considered in,
        ShownSign shown,
        HeldPassages passages,
        SavedBands bands,
        Grounds grounds,
        Function<Lever, Watch> watched)
        implements Opportunity {
    private static final int DECIMALS = 6;
    /** Fixed, so that the same cases have the same interval. */
    private static final long SEED = 1;

    PassageOpportunity {
        requireNonNull(in, "in");
        requireNonNull(shown, "shown");
        requireNonNull(passages, "passages");
        requireNonNull(bands, "bands");
        requireNonNull(grounds, "grounds");
        requireNonNull(watched, "watched");
    }

    @Override
    public Sign sign() {
        return shown.sign();
    }

    @Override
    public List<String> subjects() {
        return shown.activities();
    }

    @Override
    public List<Basis> basis() {
        return grounds.basis();
    }

    @Override
    public List<String> against() {
        return grounds.against();
    }

    @Override
    public Unit unit() {
        return Unit.MICROSECONDS;
    }

    @Override
    public Optional<Lever> lever(Levers levers) {
        return levers.of(sign(), subjects(), shown.measure(), shown.cause());
    }

    @Override
    public SavedEffect effect(Taken taken) {
        CountedRecords left = passages.left(taken);
        CountedMembers members = left.members();
        if (members.n() == 0) {
            return new SavedEffect(0, 0, null, null, BigDecimal.ZERO.setScale(DECIMALS), 0, 0, null);
        }

        long conservative = bands.low().sum(members.contributions());
        return new SavedEffect(
                conservative,
                bands.high().sum(members.contributions()),
                interval(members, bands.low()),
                interval(members, bands.high()),
                part(conservative),
                members.n(),
                left.records(),
                new Window(
                        members.firstDate(),
                        members.lastDate(),
                        in.looked().process().zone().getId()));
    }

    /** Of the time from the first start to the last completion of all cases. */
    private BigDecimal part(long us) {
        BigInteger whole = in.looked().mined().mined().cycle().totalUs();
        return whole.signum() == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : new BigDecimal(us)
                        .divide(new BigDecimal(whole), DECIMALS, RoundingMode.DOWN)
                        .min(BigDecimal.ONE);
    }

    private static Interval interval(CountedMembers members, TimeBand band) {
        Range range = BucketBootstrap.interval(members.bucketSums(band::of), SEED);
        return new Interval(
                Intervals.LEVEL, BigDecimal.valueOf(range.low()), BigDecimal.valueOf(range.high()), "bucket-bootstrap");
    }

    @Override
    public void take(Taken taken) {
        passages.take(taken);
    }

    @Override
    public EffectEnd conservative(SavedEffect effect, Lever lever) {
        return end(
                lever.counterfactual().conservative(),
                effect.conservative(),
                effect.conservativeInterval(),
                bands.low());
    }

    @Override
    public EffectEnd optimistic(SavedEffect effect, Lever lever) {
        return end(lever.counterfactual().optimistic(), effect.optimistic(), effect.optimisticInterval(), bands.high());
    }

    private static EffectEnd end(String supposes, long us, Interval interval, TimeBand band) {
        return new EffectEnd(
                supposes,
                BigDecimal.valueOf(us),
                interval,
                band.floorUs(),
                band.isOpen() ? null : band.ceilingUs(),
                Recomputed.VALUE);
    }

    @Override
    public Optional<String> contradiction() {
        return grounds.contradiction();
    }

    @Override
    public Watch watch(Lever lever) {
        return watched.apply(lever);
    }

    @Override
    public Evidence evidence(Taken taken, String id, EvidenceSink sink) {
        return passages.evidence(taken, id, sink);
    }

    @Override
    public void release() {
        passages.release();
    }
}
