package com.opsatc.kernel.measure.object;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import com.opsatc.kernel.visit.CasePass;
import java.util.ArrayList;
import java.util.List;

/**
 * A measure for each object type of a view whose cases are objects (definitions 1.17): one pass follows the objects of all types,
 * and keeps what it finds apart.
 *
 * <p>Where a view of events has codes of activities with transitions, a view of objects has codes of activities with types. A
 * case is taken by the type of its first row, and all its rows have one. A type without objects has what the measure finds
 * of nothing.
 *
 * @param <R> what a type's own measure finds
 */
public final class PerType<R> implements CaseMeasure<List<R>> {
    private final int[] typeOfClass;
    private final List<CaseMeasure<R>> measures = new ArrayList<>();

    /**
     * @param types how many there are: their codes are 0 to {@code types - 1}
     * @param typeOfClass by the view's codes of classes
     */
    public PerType(int types, int[] typeOfClass, CasePass.Factory<R> measure) {
        this.typeOfClass = typeOfClass.clone();
        for (int i = 0; i < types; i++) {
            measures.add(measure.make());
        }
    }

    @Override
    public void take(EventColumns events, int from, int to) {
        measures.get(typeOfClass[events.classes()[from]]).take(events, from, to);
    }

    @Override
    public void merge(CaseMeasure<List<R>> same) {
        PerType<R> other = (PerType<R>) same;
        for (int i = 0; i < measures.size(); i++) {
            measures.get(i).merge(other.measures.get(i));
        }
    }

    @Override
    public void write(ByteSink sink) {
        measures.forEach(measure -> measure.write(sink));
    }

    @Override
    public void read(ByteSource source) {
        measures.forEach(measure -> measure.read(source));
    }

    /** One element for each type, in the order of their codes. */
    @Override
    public List<R> finish() {
        return measures.stream().map(CaseMeasure::finish).toList();
    }
}
