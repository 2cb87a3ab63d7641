package com.opsatc.kernel.measure;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.edge.EdgeMeasure;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.measure.work.ActiveTimeMeasure;
import com.opsatc.kernel.measure.work.ProcessingMeasure;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import java.util.List;

/** The measures that a view of activity instances has besides: they tell work from waiting. */
public record WorkMeasures(
        CasePass.Slot<List<EdgeStats>> completions,
        CasePass.Slot<List<EdgeStats>> waiting,
        CasePass.Slot<ProcessingMeasure.Found> processing,
        CasePass.Slot<ActiveTimeMeasure.Found> active) {

    /** @param activities how many codes there are, from 0 */
    public static WorkMeasures in(CasePass pass, int activities, Periods periods) {
        return new WorkMeasures(
                pass.add(() -> new EdgeMeasure(Coding.ACTIVITY, activities, EdgeMeasure.Gap.TO_COMPLETION, periods)),
                pass.add(
                        () -> new EdgeMeasure(Coding.ACTIVITY, activities, EdgeMeasure.Gap.TO_RECORDED_START, periods)),
                pass.add(() -> new ProcessingMeasure(activities)),
                pass.add(ActiveTimeMeasure::new));
    }

    /** What they found. */
    public InstanceTimes of(PassResults results) {
        ProcessingMeasure.Found worked = results.of(processing);
        ActiveTimeMeasure.Found times = results.of(active);
        return new InstanceTimes(
                worked.processing(),
                InstanceTimes.byPair(results.of(completions)),
                InstanceTimes.byPair(results.of(waiting)),
                worked.suspendedUs(),
                times.busyUs(),
                times.idleUs());
    }
}
