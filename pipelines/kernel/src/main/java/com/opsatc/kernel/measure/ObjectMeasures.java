package com.opsatc.kernel.measure;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.figure.VariantStats;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.cycle.CycleMeasure;
import com.opsatc.kernel.measure.edge.EdgeMeasure;
import com.opsatc.kernel.measure.object.PerType;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.measure.rework.ReworkMeasure;
import com.opsatc.kernel.measure.variant.VariantMeasure;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import java.util.ArrayList;
import java.util.List;

/** The measures of {@link ViewMeasures} for each object type of a view whose cases are objects (definitions 1.17). */
public record ObjectMeasures(
        CasePass.Slot<List<List<EdgeStats>>> edges,
        CasePass.Slot<List<ReworkMeasure.Found>> rework,
        CasePass.Slot<List<List<VariantStats>>> variants,
        CasePass.Slot<List<CycleMeasure.Found>> cycle) {

    /**
     * @param types how many object types there are
     * @param typeOfClass the type of each of the view's codes of classes
     * @param activities how many activities there are
     */
    public static ObjectMeasures in(CasePass pass, int types, int[] typeOfClass, int activities) {
        return new ObjectMeasures(
                pass.add(() -> new PerType<>(
                        types,
                        typeOfClass,
                        () -> new EdgeMeasure(Coding.ACTIVITY, activities, EdgeMeasure.Gap.TO_BEGIN, Periods.NONE))),
                pass.add(() -> new PerType<>(types, typeOfClass, () -> new ReworkMeasure(Coding.ACTIVITY, activities))),
                pass.add(
                        () -> new PerType<>(types, typeOfClass, () -> new VariantMeasure(Coding.ACTIVITY, activities))),
                pass.add(() -> new PerType<>(types, typeOfClass, () -> new CycleMeasure(Periods.NONE))));
    }

    /** What they found, an element for each type. */
    public List<MinedLog> of(PassResults results) {
        List<MinedLog> logs = new ArrayList<>();
        for (int type = 0; type < results.of(cycle).size(); type++) {
            CycleMeasure.Found cycles = results.of(cycle).get(type);
            ReworkMeasure.Found reworked = results.of(rework).get(type);
            logs.add(new MinedLog(
                    cycles.cycle().n(),
                    cycles.events(),
                    reworked.reworkCases(),
                    results.of(edges).get(type),
                    reworked.activities(),
                    results.of(variants).get(type),
                    cycles.cycle(),
                    cycles.periods()));
        }

        return logs;
    }
}
