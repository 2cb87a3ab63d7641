package com.opsatc.benchmarks;

import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.kernel.mining.figure.EdgeStats;
import com.opsatc.kernel.mining.figure.MinedLog;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.LogMining;
import java.util.List;

/** The product's own pass: edges, activities and cycle times, with or without variants, which the peers do not count. */
final class VisitorEngine implements Engine {
    private final MiningPlan plan;
    private final Workspace workspace;
    private final StoredLog stored;

    private VisitorEngine(Workspace workspace, boolean variants) {
        this.plan = new MiningPlan(EventLogGenerator.ACTIVITIES, new long[0], variants);
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
        MinedLog mined = LogMining.mine(stored.read(workspace), EventLog.ACTIVITY, plan);
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
