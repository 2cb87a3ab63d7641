package com.opsatc.process.recommend.effect;

import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.process.evidence.CountedRecords;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** The passages that an opportunity is made of (see {@link Passages}): computed once, counted once, and kept until they are released. */
public final class HeldPassages {
    private final ProcessInput in;
    private final Sign sign;
    private final Dataset<Row> rows;
    private final long most;
    private CountedRecords all;

    /** @param most how many there are at most */
    public HeldPassages(ProcessInput in, Sign sign, Dataset<Row> rows, long most) {
        this.in = in;
        this.sign = sign;
        this.rows = rows;
        this.most = most;
    }

    /** All of them. */
    public CountedRecords all() {
        if (all == null) {
            rows.persist(StorageLevel.MEMORY_AND_DISK());
            all = counted(rows);
        }

        return all;
    }

    /** Those that nobody has taken. */
    public CountedRecords left(Taken taken) {
        return taken.mayOverlap(sign) ? counted(taken.left(sign, rows)) : all();
    }

    public void take(Taken taken) {
        taken.take(sign, rows);
    }

    /** Writes those that nobody has taken. */
    public Evidence evidence(Taken taken, String id, EvidenceSink sink) {
        String system = in.system();
        return EvidenceDocuments.write(taken.left(sign, rows), system, zone(), id, sink, most)
                .evidence();
    }

    public void release() {
        rows.unpersist();
    }

    private CountedRecords counted(Dataset<Row> passages) {
        return EvidenceDocuments.population(passages, zone(), most);
    }

    private ZoneId zone() {
        return in.zone();
    }
}
