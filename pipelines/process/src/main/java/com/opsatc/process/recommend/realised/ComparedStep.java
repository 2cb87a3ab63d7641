package com.opsatc.process.recommend.realised;

import com.opsatc.contract.advice.StepChange;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.measure.period.LogScale;
import com.opsatc.kernel.statistics.MeanChange;
import com.opsatc.kernel.statistics.Quantile;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.recommend.effect.Passages;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The passages of one step in two periods that follow each other. */
final class ComparedStep {
    private final TimedEdge step;
    private final Dataset<Row> passages;
    private final ProcessInput in;
    private final CountedMembers before;
    private final CountedMembers after;

    private ComparedStep(
            TimedEdge step, Dataset<Row> passages, ProcessInput in, CountedMembers before, CountedMembers after) {
        this.step = step;
        this.passages = passages;
        this.in = in;
        this.before = before;
        this.after = after;
    }

    static ComparedStep of(Dataset<Row> log, TimedEdge step, ProcessInput in, Window before, Window after) {
        Dataset<Row> passages = Passages.within(Passages.ofStep(log, step), before.from(), after.to(), in.zone());
        CountedMembers members = EvidenceDocuments.population(
                        passages, in.zone(), step.passages().n())
                .members();
        return new ComparedStep(
                step,
                passages,
                in,
                members.between(before.from(), before.to()),
                members.between(after.from(), after.to()));
    }

    long fewest() {
        return Math.min(before.n(), after.n());
    }

    MeanChange.Cells cells() {
        return new MeanChange.Cells(
                before.bucketSums(LogScale::of),
                before.bucketSums(us -> 1),
                after.bucketSums(LogScale::of),
                after.bucketSums(us -> 1));
    }

    /** Writes its rows. */
    StepChange told(String id, EvidenceSink sink) {
        return new StepChange(
                List.of(step.from(), step.to()),
                before.n(),
                after.n(),
                places(before),
                places(after),
                Quantile.type7(before.contributions(), 1, 2),
                Quantile.type7(after.contributions(), 1, 2),
                EvidenceDocuments.write(
                                passages,
                                in.system(),
                                in.zone(),
                                id,
                                sink,
                                step.passages().n())
                        .evidence());
    }

    private static long places(CountedMembers members) {
        return Arrays.stream(members.contributions()).map(LogScale::of).sum();
    }
}
