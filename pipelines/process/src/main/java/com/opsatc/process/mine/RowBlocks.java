package com.opsatc.process.mine;

import com.opsatc.kernel.log.EventBlocks;
import com.opsatc.kernel.log.EventColumns;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/** The events of a task's rows: the way in where a plan offers no column batches; same events, same order. */
final class RowBlocks implements EventBlocks {
    private static final int BLOCK_ROWS = 1024;

    private final Iterator<InternalRow> rows;
    private final ViewOrdinals ordinals;
    private final EventColumns columns;

    RowBlocks(Iterator<InternalRow> rows, ViewOrdinals ordinals) {
        this.rows = rows;
        this.ordinals = ordinals;
        columns = ordinals.view();
    }

    @Override
    public EventColumns next() {
        columns.setRows(BLOCK_ROWS);
        int count = 0;
        while (count < BLOCK_ROWS && rows.hasNext()) {
            load(rows.next(), count++);
        }
        columns.setRows(count);
        return count == 0 ? null : columns;
    }

    private void load(InternalRow row, int at) {
        columns.caseIds()[at] = row.getLong(ordinals.caseKey());
        columns.positions()[at] = row.getInt(ordinals.position());
        columns.activities()[at] = row.getInt(ordinals.activity());
        columns.startsUs()[at] = row.isNullAt(ordinals.start()) ? EventColumns.UNKNOWN : row.getLong(ordinals.start());
        columns.completesUs()[at] = row.getLong(ordinals.complete());
        if (columns.classified()) {
            columns.classes()[at] = row.getInt(ordinals.classes());
        }

        if (columns.instances()) {
            columns.suspendedUs()[at] = row.getLong(ordinals.suspended());
            columns.rests()[at] = row.getBinary(ordinals.rests());
        }
    }
}
