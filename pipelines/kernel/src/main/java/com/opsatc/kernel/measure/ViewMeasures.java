package com.opsatc.kernel.measure;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.figure.VariantStats;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.cycle.CycleMeasure;
import com.opsatc.kernel.measure.edge.EdgeMeasure;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.measure.rework.ReworkMeasure;
import com.opsatc.kernel.measure.variant.VariantMeasure;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import java.util.List;

/**
 * The measures that every view of a log has.
 *
 * @param variants null where they are not asked for
 */
public record ViewMeasures(
        CasePass.Slot<List<EdgeStats>> edges,
        CasePass.Slot<ReworkMeasure.Found> rework,
        CasePass.Slot<List<VariantStats>> variants,
        CasePass.Slot<CycleMeasure.Found> cycle) {

    /** @param codes how many codes there are, from 0 */
    public static ViewMeasures in(CasePass pass, Coding coding, int codes, Periods periods) {
        return new ViewMeasures(
                pass.add(() -> new EdgeMeasure(coding, codes, EdgeMeasure.Gap.TO_BEGIN, periods)),
                pass.add(() -> new ReworkMeasure(coding, codes)),
                pass.add(() -> new VariantMeasure(coding, codes)),
                pass.add(() -> new CycleMeasure(periods)));
    }

    /** As {@link #in}, of activities and without variants. */
    public static ViewMeasures withoutVariants(CasePass pass, int activities, Periods periods) {
        return new ViewMeasures(
                pass.add(() -> new EdgeMeasure(Coding.ACTIVITY, activities, EdgeMeasure.Gap.TO_BEGIN, periods)),
                pass.add(() -> new ReworkMeasure(Coding.ACTIVITY, activities)),
                null,
                pass.add(() -> new CycleMeasure(periods)));
    }

    /** What they found. */
    public MinedLog of(PassResults results) {
        CycleMeasure.Found cycles = results.of(cycle);
        ReworkMeasure.Found reworked = results.of(rework);
        return new MinedLog(
                cycles.cycle().n(),
                cycles.events(),
                reworked.reworkCases(),
                results.of(edges),
                reworked.activities(),
                variants == null ? List.of() : results.of(variants),
                cycles.cycle(),
                cycles.periods());
    }
}
