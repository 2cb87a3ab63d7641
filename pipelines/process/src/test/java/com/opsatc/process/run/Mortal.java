package com.opsatc.process.run;

import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.publish.ReportRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lives up to one place of a run and dies there. A place is a stage with the number of its sign of life, 0 where it begins, then
 * one for each commit; a stage's end; or the report, which is asked for when all other documents are written.
 */
final class Mortal implements ProgressSink, ReportRenderer {
    private static final String LAST_BEFORE_THE_HEAD = "publish 2";

    /** Stands for SIGKILL: nothing in the run handles it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final String end;
    private final int most;
    private final List<String> passed = new ArrayList<>();
    private final Map<String, Integer> signs = new HashMap<>();

    private Mortal(String end, int most) {
        this.end = end;
        this.most = most;
    }

    /** Dies at a place, and nowhere where the run does not come by there. */
    static Mortal at(String place) {
        return new Mortal(place, Integer.MAX_VALUE);
    }

    /** Dies at the given number of places, and at the last before the head where there are fewer. */
    static Mortal after(int places) {
        return new Mortal(LAST_BEFORE_THE_HEAD, places);
    }

    /** The places where something was just committed; looking at the files commits nothing. */
    List<String> commits() {
        return passed.stream()
                .filter(place -> place.matches(".* [1-9]\\d*") && !place.startsWith("inspect "))
                .toList();
    }

    @Override
    public void progress(String stage, long done, long total, long rows) {
        pass(stage + " " + (signs.merge(stage, 1, Integer::sum) - 1));
    }

    @Override
    public void finished(String stage, long rows, String note) {
        pass(stage + " done");
    }

    @Override
    public byte[] render(ReportRenderer.Input documents) {
        pass("report");
        return Platform.REPORT.render(documents);
    }

    private void pass(String place) {
        passed.add(place);
        if (place.equals(end) || passed.size() >= most) {
            throw new Killed();
        }
    }
}
