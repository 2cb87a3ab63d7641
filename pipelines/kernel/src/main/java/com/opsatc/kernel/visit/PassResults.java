package com.opsatc.kernel.visit;

import java.util.ArrayList;
import java.util.List;

/** What the measures of a pass found over a whole view. */
public final class PassResults {
    private final List<Object> results = new ArrayList<>();

    PassResults(List<CaseMeasure<?>> measures) {
        measures.forEach(measure -> results.add(measure.finish()));
    }

    /** @param slot what {@link CasePass#add} of this pass gave */
    @SuppressWarnings("unchecked")
    public <R> R of(CasePass.Slot<R> slot) {
        return (R) results.get(slot.number());
    }
}
