package com.opsatc.kernel.visit;

import com.opsatc.kernel.log.EventColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the fragments of cases that were cut by splits, and gives the whole cases to measures. */
final class FragmentStitcher {
    private final List<CaseMeasure<?>> measures;
    private final EventColumns joined;

    private FragmentStitcher(List<CaseMeasure<?>> measures, EventColumns joined) {
        this.measures = measures;
        this.joined = joined;
    }

    /**
     * Gives to {@code measures} the cases that the fragments, in any order, make up.
     *
     * @throws IllegalStateException if an event of such a case is missing or was read twice
     */
    static void stitch(List<Fragment> fragments, List<CaseMeasure<?>> measures) {
        List<Fragment> ordered = new ArrayList<>(fragments);
        ordered.sort(Comparator.comparingLong(Fragment::caseId).thenComparingInt(Fragment::firstPosition));
        FragmentStitcher stitcher =
                new FragmentStitcher(measures, ordered.get(0).events().another());
        for (int i = 0; i < ordered.size(); i++) {
            boolean last = i + 1 == ordered.size()
                    || ordered.get(i + 1).caseId() != ordered.get(i).caseId();
            stitcher.append(ordered.get(i), last);
        }
    }

    private void append(Fragment fragment, boolean lastFragment) {
        int expected = joined.rows();
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

        joined.append(fragment.events(), 0, fragment.events().rows());
        if (!lastFragment) {
            return;
        }

        if (!fragment.endsCase()) {
            throw new IllegalStateException(
                    "Cannot finish mining: a case straddles splits and its events from position " + joined.rows()
                            + " are missing; read every split of the log exactly once");
        }

        for (CaseMeasure<?> measure : measures) {
            measure.take(joined, 0, joined.rows());
        }
        joined.setRows(0);
    }
}
