package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.process.evidence.CountedRecords;
import com.opsatc.process.evidence.EvidenceDocuments;
import com.opsatc.process.evidence.EvidenceSink;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** The passages that an opportunity is made of (see {@link Passages}): computed once, counted once, and kept until they are released. */
final class HeldPassages {
    private final Considered in;
    private final Sign sign;
    private final Dataset<Row> rows;
    private final long most;
    private CountedRecords all;

    /** @param most how many there are at most */
    HeldPassages(Considered in, Sign sign, Dataset<Row> rows, long most) {
        this.in = in;
        this.sign = sign;
        this.rows = rows;
        this.most = most;
    }

    /** All of them. */
    CountedRecords all() {
        if (all == null) {
            rows.persist(StorageLevel.MEMORY_AND_DISK());
            all = counted(rows);
        }

        return all;
    }

    /** Those that nobody has taken. */
    CountedRecords left(Taken taken) {
        return taken.mayOverlap(sign) ? counted(taken.left(sign, rows)) : all();
    }

    void take(Taken taken) {
        taken.take(sign, rows);
    }

    /** Writes those that nobody has taken. */
    Evidence evidence(Taken taken, String id, EvidenceSink sink) {
        String system = in.looked().process().system();
        return EvidenceDocuments.write(taken.left(sign, rows), system, zone(), id, sink, most)
                .evidence();
    }

    void release() {
        rows.unpersist();
    }

    private CountedRecords counted(Dataset<Row> passages) {
        return EvidenceDocuments.population(passages, zone(), most);
    }

    private ZoneId zone() {
        return in.looked().process().zone();
    }
}
