package com.opsatc.process.finding;

import com.opsatc.contract.claim.LogView;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.Weeks;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of a log, mined by the kernel without a table. */
public final class MinedLogs {
    private MinedLogs() {}

    /** @param rows cases next to each other, in total order */
    public static MinedProcess mine(List<Row> rows, List<String> activities, Weeks weeks) {
        ArrayLog.Builder builder = ArrayLog.builder();
        long caseId = -1;
        for (Row row : rows) {
            caseId += row.getInt(1) == 0 ? 1 : 0;
            builder.add(caseId, activities.indexOf(row.getString(3)), row.getLong(5), row.getLong(6));
        }

        CasePass pass = new CasePass(activities.size());
        ViewMeasures measures = ViewMeasures.withoutVariants(pass, activities.size(), new Periods(weeks.startsUs()));
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(builder.build().blocks());
        return new MinedProcess(
                "process", "case", LogView.ACTIVITY, measures.of(visitor.state().finish()), activities);
    }

    public static Weeks weeks(List<Row> rows, ZoneId zone) {
        long first = rows.stream().mapToLong(row -> row.getLong(6)).min().orElseThrow();
        long last = rows.stream().mapToLong(row -> row.getLong(6)).max().orElseThrow();
        return Weeks.between(first, last, zone);
    }
}
