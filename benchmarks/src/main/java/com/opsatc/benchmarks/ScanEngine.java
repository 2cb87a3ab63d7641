package com.opsatc.benchmarks;

import com.opsatc.process.eventlog.EventLog;
import java.util.List;

/** Reads, decrypts and decodes the columns of the stored log and folds them to one number: the floor for any pass. */
final class ScanEngine implements Engine {
    private final Workspace workspace;
    private final StoredLog stored;

    ScanEngine(Workspace workspace) {
        this.workspace = workspace;
        this.stored = StoredLog.open(workspace);
    }

    @Override
    public List<EdgeFigures> run() {
        long folded = stored.read(workspace)
                .selectExpr("bit_xor(" + EventLog.CASE_KEY + " ^ " + EventLog.POSITION + " ^ " + EventLog.ACTIVITY
                        + " ^ coalesce(" + EventLog.START_US + ", 0L) ^ " + EventLog.COMPLETE_US + ")")
                .first()
                .getLong(0);
        if (folded == Long.MIN_VALUE) {
            throw new IllegalStateException("Cannot scan: the fold of the log's columns is not a possible one");
        }

        return List.of();
    }

    @Override
    public void close() {
        stored.close();
    }
}
