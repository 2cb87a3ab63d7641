package com.opsatc.process.ageing;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.id.Sha256;
import com.opsatc.kernel.figure.OpenCase;
import com.opsatc.process.eventlog.EventLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The names and the last records of a few open cases. */
final class OpenRecords {
    private OpenRecords() {}

    /** What a case is called, and the record of its last event. */
    record Named(String caseId, Citation last) {}

    /** By key of the case. */
    static Map<Long, Named> of(Collection<OpenCase> cases, LoggedCases log) {
        if (cases.isEmpty()) {
            return Map.of();
        }

        Object[] keys = cases.stream().map(each -> each.time().caseId()).toArray();
        Dataset<Row> last = log.rows()
                .where(col(EventLog.CASE_KEY).isin(keys))
                // The last event of a case carries the complement of its place.
                .where(col(EventLog.POSITION).lt(0))
                .select(EventLog.CASE_KEY, EventLog.FILE, EventLog.ROW, EventLog.KEY);
        Map<Long, Named> named = new HashMap<>();
        log.names()
                .where(col(EventLog.CASE_KEY).isin(keys))
                .join(broadcast(last), EventLog.CASE_KEY)
                .select(EventLog.CASE_KEY, "case_id", EventLog.FILE, EventLog.ROW, EventLog.KEY)
                .collectAsList()
                .forEach(row -> named.put(
                        row.getLong(0),
                        new Named(
                                row.getString(1),
                                new Citation(
                                        log.system(),
                                        new Sha256(log.files().get(row.getInt(2))),
                                        row.getLong(3),
                                        row.getString(4)))));
        return named;
    }
}
