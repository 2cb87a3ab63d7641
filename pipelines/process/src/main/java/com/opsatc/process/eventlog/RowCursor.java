package com.opsatc.process.eventlog;

import com.opsatc.kernel.log.EventCursor;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/** An event cursor over a task's rows: the way in where the plan offers no column batches; same events, same order. */
final class RowCursor implements EventCursor {
    private final Iterator<InternalRow> rows;
    private final LogOrdinals ordinals;
    private InternalRow row;

    RowCursor(Iterator<InternalRow> rows, LogOrdinals ordinals) {
        this.rows = rows;
        this.ordinals = ordinals;
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }

        row = rows.next();
        return true;
    }

    @Override
    public long caseId() {
        return row.getLong(ordinals.caseKey());
    }

    @Override
    public int position() {
        int stored = row.getInt(ordinals.position());
        return stored < 0 ? ~stored : stored;
    }

    @Override
    public boolean lastOfCase() {
        return row.getInt(ordinals.position()) < 0;
    }

    @Override
    public int activity() {
        return row.getInt(ordinals.activity());
    }

    @Override
    public long startUs() {
        return row.isNullAt(ordinals.start()) ? completeUs() : row.getLong(ordinals.start());
    }

    @Override
    public long completeUs() {
        return row.getLong(ordinals.complete());
    }
}
