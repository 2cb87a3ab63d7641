package com.opsatc.benchmarks;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.process.mine.ViewPass;
import java.util.List;

/** The product's own pass: edges, activities and cycle times, with or without variants, which the peers do not count. */
final class VisitorEngine implements Engine {
    private final CasePass pass = new CasePass(EventLogGenerator.ACTIVITIES);
    private final ViewMeasures measures;
    private final Workspace workspace;
    private final StoredLog stored;

    private VisitorEngine(Workspace workspace, boolean variants) {
        this.measures = variants
                ? ViewMeasures.in(pass, Coding.ACTIVITY, EventLogGenerator.ACTIVITIES, Periods.NONE)
                : ViewMeasures.withoutVariants(pass, EventLogGenerator.ACTIVITIES, Periods.NONE);
        this.workspace = workspace;
        this.stored = StoredLog.open(workspace);
    }

    /** What the peers are asked for. */
    static VisitorEngine ofEdges(Workspace workspace) {
        return new VisitorEngine(workspace, false);
    }

    /** What a run asks for. */
    static VisitorEngine ofEverything(Workspace workspace) {
        return new VisitorEngine(workspace, true);
    }

    @Override
    public List<EdgeFigures> run() {
        MinedLog mined = measures.of(ViewPass.over(stored.read(workspace), /* classified= */ false, pass));
        return mined.edges().parallelStream().map(VisitorEngine::figures).toList();
    }

    static EdgeFigures figures(EdgeStats edge) {
        return new EdgeFigures(
                edge.from(),
                edge.to(),
                edge.n(),
                edge.cases(),
                edge.sumUs(),
                edge.quantileUs(1, 2),
                edge.quantileUs(9, 10));
    }

    @Override
    public void close() {
        stored.close();
    }
}
