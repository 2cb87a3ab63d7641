package com.opsatc.jobs.simulate.check;

import com.opsatc.jobs.simulate.PlantedTruth;
import java.util.ArrayList;
import java.util.List;

/** Compares what a simulation planted with what a run over its extracts published; it reads published documents only. */
public final class DemoCheck {
    private DemoCheck() {}

    /** One line for each planted thing, in a fixed order; the run passes when all are ok. */
    public static List<CheckLine> compare(PlantedTruth truth, CheckedDocuments documents) {
        List<CheckLine> lines = new ArrayList<>(new ShiftCheck(documents).lines(truth));
        lines.addAll(new PlantedFigures(documents).lines(truth));
        lines.addAll(new FaultCheck(documents).lines(truth));
        lines.addAll(new TextCheck(documents).lines(truth));
        return lines;
    }
}
