package com.opsatc.kernel.mining;

import com.opsatc.kernel.mining.bytes.ByteSink;
import com.opsatc.kernel.mining.bytes.ByteSource;
import com.opsatc.kernel.mining.figure.MinedLog;
import java.util.ArrayList;
import java.util.List;

/**
 * What visitors collected from a part of a log: integers that add up, and the events of cases that were cut; immutable.
 *
 * <p>Merging is associative and commutative: however a log is cut and in whichever order its parts are merged, {@link
 * #finish()} gives equal figures.
 */
public final class MiningState {
    private final MiningPlan plan;
    /** Added up only when the whole is asked for, so that merging any number of states is linear in the end. */
    private final List<CaseTally> tallies;

    private final List<Fragment> fragments;

    MiningState(MiningPlan plan, List<CaseTally> tallies, List<Fragment> fragments) {
        this.plan = plan;
        this.tallies = List.copyOf(tallies);
        this.fragments = List.copyOf(fragments);
    }

    /** The state of a log without events. */
    public static MiningState empty(MiningPlan plan) {
        return new MiningState(plan, List.of(new CaseTally(plan)), List.of());
    }

    /**
     * This part of the log and another one together.
     *
     * @throws IllegalArgumentException if the other one was collected for another plan
     */
    public MiningState merge(MiningState other) {
        return mergeAll(List.of(this, other));
    }

    /** All parts together; at least one, all of one plan. */
    public static MiningState mergeAll(List<MiningState> states) {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("Cannot merge mining states: there are none");
        }

        MiningPlan plan = states.get(0).plan;
        List<CaseTally> tallies = new ArrayList<>();
        List<Fragment> fragments = new ArrayList<>();
        for (MiningState state : states) {
            if (!state.plan.equals(plan)) {
                throw new IllegalArgumentException(
                        "Cannot merge mining states: one was collected for " + plan + ", one for " + state.plan);
            }

            tallies.addAll(state.tallies);
            fragments.addAll(state.fragments);
        }
        return new MiningState(plan, tallies, fragments);
    }

    /**
     * Puts cut cases together and gives the figures of the whole log.
     *
     * @throws IllegalStateException if an event of a cut case is missing or was read twice
     */
    public MinedLog finish() {
        if (fragments.isEmpty()) {
            return sum(tallies).mined();
        }

        CaseTally cut = new CaseTally(plan);
        FragmentStitcher.stitch(fragments, cut);
        List<CaseTally> all = new ArrayList<>(tallies);
        all.add(cut);
        return sum(all).mined();
    }

    private CaseTally sum(List<CaseTally> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }

        CaseTally sum = new CaseTally(plan);
        parts.forEach(sum::addAll);
        return sum;
    }

    /** This state in a form that {@link #fromBytes} reads; only for programs of the same version. */
    public byte[] toBytes() {
        ByteSink sink = new ByteSink();
        StateFormat.writePlan(sink, plan);
        sum(tallies).write(sink);
        sink.writeVarint(fragments.size());
        fragments.forEach(fragment -> fragment.write(sink));
        return sink.toBytes();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are cut, have something appended, or are none of a mining state
     */
    public static MiningState fromBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        MiningPlan plan = StateFormat.readPlan(source);
        CaseTally tally = CaseTally.read(source, plan);
        int count = source.readCount();
        List<Fragment> fragments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fragments.add(Fragment.read(source, plan.activities()));
        }
        source.requireEnd();
        return new MiningState(plan, List.of(tally), fragments);
    }
}
