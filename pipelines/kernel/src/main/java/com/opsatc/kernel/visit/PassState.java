package com.opsatc.kernel.visit;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What visitors collected from a part of a view: what its measures took, and the events of cases that were cut; immutable.
 *
 * <p>Merging is associative and commutative: however a log is cut and in whichever order its parts are merged, {@link
 * #finish()} gives equal figures.
 */
public final class PassState {
    /** "OPSMINE" and version 2. */
    private static final long MAGIC = 0x4F50534D494E4502L;

    private final CasePass pass;
    /** Added up only when the whole is asked for, so that merging any number of states is linear in the end. */
    private final List<List<CaseMeasure<?>>> parts;

    private final List<Fragment> fragments;

    PassState(CasePass pass, List<List<CaseMeasure<?>>> parts, List<Fragment> fragments) {
        this.pass = pass;
        this.parts = List.copyOf(parts);
        this.fragments = List.copyOf(fragments);
    }

    /** The state of a log without events. */
    public static PassState empty(CasePass pass) {
        return new PassState(pass, List.of(pass.measures()), List.of());
    }

    /** This part of the view and another one together, both of one pass. */
    public PassState merge(PassState other) {
        return mergeAll(List.of(this, other));
    }

    /** All parts together; at least one, all of one pass. */
    public static PassState mergeAll(List<PassState> states) {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("Cannot merge mining states: there are none");
        }

        CasePass pass = states.get(0).pass;
        List<List<CaseMeasure<?>>> parts = new ArrayList<>();
        List<Fragment> fragments = new ArrayList<>();
        for (PassState state : states) {
            if (state.pass != pass) {
                throw new IllegalArgumentException("Cannot merge mining states: they are of two passes");
            }

            parts.addAll(state.parts);
            fragments.addAll(state.fragments);
        }
        return new PassState(pass, parts, fragments);
    }

    /**
     * Puts cut cases together and gives the figures of the whole view.
     *
     * @throws IllegalStateException if an event of a cut case is missing or was read twice
     */
    public PassResults finish() {
        if (fragments.isEmpty()) {
            return new PassResults(sum(parts));
        }

        List<CaseMeasure<?>> cut = pass.measures();
        FragmentStitcher.stitch(fragments, cut);
        List<List<CaseMeasure<?>>> all = new ArrayList<>(parts);
        all.add(cut);
        return new PassResults(sum(all));
    }

    private List<CaseMeasure<?>> sum(List<List<CaseMeasure<?>>> added) {
        if (added.size() == 1) {
            return added.get(0);
        }

        List<CaseMeasure<?>> sum = pass.measures();
        for (List<CaseMeasure<?>> part : added) {
            for (int i = 0; i < sum.size(); i++) {
                merge(sum.get(i), part.get(i));
            }
        }
        return sum;
    }

    /** Both are made by one factory. */
    @SuppressWarnings("unchecked")
    private static <R> void merge(CaseMeasure<R> into, CaseMeasure<?> from) {
        into.merge((CaseMeasure<R>) from);
    }

    /** This state in a form that {@link #fromBytes} reads; only for programs of the same version. */
    public byte[] toBytes() {
        ByteSink sink = new ByteSink();
        sink.writeLong(MAGIC);
        List<CaseMeasure<?>> sum = sum(parts);
        sink.writeVarint(sum.size());
        sum.forEach(measure -> measure.write(sink));
        sink.writeVarint(fragments.size());
        fragments.forEach(fragment -> fragment.write(sink));
        return sink.toBytes();
    }

    /**
     * Reads what {@link #toBytes()} of a state of the same pass wrote.
     *
     * @throws IllegalArgumentException if the bytes are cut, have something appended, or are none of a mining state
     */
    public static PassState fromBytes(CasePass pass, byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        if (source.readLong() != MAGIC) {
            throw new IllegalArgumentException("Cannot read a mining state: the bytes are none, or of another version");
        }

        List<CaseMeasure<?>> measures = pass.measures();
        if (source.readCount() != measures.size()) {
            throw new IllegalArgumentException("Cannot read a mining state: it is of another pass");
        }

        measures.forEach(measure -> measure.read(source));
        int count = source.readCount();
        List<Fragment> fragments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fragments.add(Fragment.read(source, pass));
        }
        source.requireEnd();
        return new PassState(pass, List.of(measures), fragments);
    }
}
