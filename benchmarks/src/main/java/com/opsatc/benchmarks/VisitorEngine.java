package com.opsatc.benchmarks;

import com.opsatc.kernel.mining.EdgeStats;
import com.opsatc.kernel.mining.MinedLog;
import com.opsatc.kernel.mining.MiningPlan;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.LogMining;
import java.util.List;

/** The product's own pass, with all that it collects, variants and cycle times included. */
final class VisitorEngine implements Engine {
    private static final MiningPlan PLAN = new MiningPlan(EventLogGenerator.ACTIVITIES, new long[0], true);

    private final Workspace workspace;
    private final StoredLog stored;

    VisitorEngine(Workspace workspace) {
        this.workspace = workspace;
        this.stored = StoredLog.open(workspace);
    }

    @Override
    public List<EdgeFigures> run() {
        MinedLog mined = LogMining.mine(stored.read(workspace), EventLog.ACTIVITY, PLAN);
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
