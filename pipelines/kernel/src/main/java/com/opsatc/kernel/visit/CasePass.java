package com.opsatc.kernel.visit;

import com.opsatc.kernel.log.EventColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pass over a view collects: a list of measures, and which codes its events may have.
 *
 * <p>Travels to the tasks that take it; each makes measures of its own.
 */
public final class CasePass implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int activities;
    private final int classes;
    private final ArrayList<Factory<?>> factories = new ArrayList<>();

    /**
     * @param activities how many codes there are: 0 to {@code activities - 1}
     * @param classes how many codes of activities with their transitions; {@code activities} where a view has none
     */
    public CasePass(int activities, int classes) {
        if (activities < 0 || classes < 0) {
            throw new IllegalArgumentException("Invalid pass: the number of codes is never negative");
        }

        this.activities = activities;
        this.classes = classes;
    }

    /** A pass over a view without transitions. */
    public CasePass(int activities) {
        this(activities, activities);
    }

    /** Makes a measure that has taken nothing. */
    public interface Factory<R> extends Serializable {
        CaseMeasure<R> make();
    }

    /** Where {@link PassResults} have what a measure found. */
    public static final class Slot<R> {
        private final int number;

        private Slot(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** Collects this, too. */
    public <R> Slot<R> add(Factory<R> measure) {
        factories.add(measure);
        return new Slot<>(factories.size() - 1);
    }

    List<CaseMeasure<?>> measures() {
        List<CaseMeasure<?>> measures = new ArrayList<>(factories.size());
        factories.forEach(factory -> measures.add(factory.make()));
        return measures;
    }

    /** @throws IllegalArgumentException if an event has a code outside the pass, or completes before it starts */
    void require(EventColumns block) {
        requireCodes(block.activities(), block.rows(), activities);
        if (block.classified()) {
            requireCodes(block.classes(), block.rows(), classes);
        }

        long[] startsUs = block.startsUs();
        long[] completesUs = block.completesUs();
        for (int i = 0; i < block.rows(); i++) {
            if (completesUs[i] < startsUs[i]) {
                throw new IllegalArgumentException(
                        "Cannot mine the event at position " + EventColumns.place(block.positions()[i])
                                + " of a case: it completes before it starts; quarantine such rows at admission");
            }
        }
    }

    private static void requireCodes(int[] codes, int rows, int count) {
        for (int i = 0; i < rows; i++) {
            if (codes[i] < 0 || codes[i] >= count) {
                throw new IllegalArgumentException("Cannot mine an event with activity code " + codes[i]
                        + ": the pass has codes 0 to " + (count - 1) + "; take both from one snapshot");
            }
        }
    }

    @Override
    public String toString() {
        return "CasePass[activities=" + activities + ", classes=" + classes + ", measures=" + factories.size() + "]";
    }
}
