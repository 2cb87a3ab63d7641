package com.opsatc.kernel.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the fragments of cases that were cut by splits, and counts the whole cases. */
final class FragmentStitcher {
    private final CaseTally tally;
    private final CaseBuffer buffer = new CaseBuffer();

    private FragmentStitcher(CaseTally tally) {
        this.tally = tally;
    }

    /**
     * Adds to {@code tally} the cases that the fragments, in any order, make up.
     *
     * @throws IllegalStateException if an event of such a case is missing or was read twice
     */
    static void stitch(List<Fragment> fragments, CaseTally tally) {
        List<Fragment> ordered = new ArrayList<>(fragments);
        ordered.sort(Comparator.comparingLong(Fragment::caseId).thenComparingInt(Fragment::firstPosition));
        FragmentStitcher stitcher = new FragmentStitcher(tally);
        for (int i = 0; i < ordered.size(); i++) {
            boolean another = i + 1 == ordered.size()
                    || ordered.get(i + 1).caseId() != ordered.get(i).caseId();
            stitcher.append(ordered.get(i), another);
        }
    }

    private void append(Fragment fragment, boolean lastFragment) {
        int expected = buffer.length();
        if (fragment.firstPosition() > expected) {
            int missing = fragment.firstPosition() - expected;
            throw new IllegalStateException("Cannot finish mining: a case straddles splits and " + missing
                    + " events are missing, from position " + expected + "; read every split of the log exactly once");
        }

        if (fragment.firstPosition() < expected || (fragment.endsCase() && !lastFragment)) {
            throw new IllegalStateException(
                    "Cannot finish mining: a case straddles splits and its events from position "
                            + fragment.firstPosition() + " were read twice; read every split of the log exactly once");
        }

        buffer.addAll(fragment);
        if (!lastFragment) {
            return;
        }

        if (!fragment.endsCase()) {
            throw new IllegalStateException(
                    "Cannot finish mining: a case straddles splits and its events from position " + buffer.length()
                            + " are missing; read every split of the log exactly once");
        }

        buffer.addTo(tally);
        buffer.clear();
    }
}
