package com.opsatc.benchmarks;

import java.util.List;

/** Requires that engines give the same figures: a faster engine that computes something else is no faster. */
final class EngineAgreement {
    private EngineAgreement() {}

    /** Fails at the first edge that differs. */
    static void require(String engine, List<EdgeFigures> ours, List<EdgeFigures> theirs) {
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalStateException("Cannot compare with " + engine + ": it gives " + theirs.size()
                    + " edges, the visitor gives " + ours.size() + "; nothing was timed");
        }

        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).agreesWith(theirs.get(i))) {
                throw new IllegalStateException("Cannot compare with " + engine + ": it gives " + theirs.get(i)
                        + ", the visitor gives " + ours.get(i) + "; nothing was timed");
            }
        }
    }
}
