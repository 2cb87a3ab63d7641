package com.opsatc.process.mine;

import com.opsatc.kernel.log.EventBlocks;
import com.opsatc.kernel.log.EventColumns;
import java.util.Iterator;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The events of a task's column batches.
 *
 * <p>Each batch's columns are copied to arrays once: the visitor then reads plain memory instead of calling through the
 * vector's accessors for every field of every event.
 */
final class BatchBlocks implements EventBlocks {
    private final Iterator<ColumnarBatch> batches;
    private final ViewOrdinals ordinals;
    private final EventColumns columns;

    BatchBlocks(Iterator<ColumnarBatch> batches, ViewOrdinals ordinals) {
        this.batches = batches;
        this.ordinals = ordinals;
        columns = ordinals.view();
    }

    @Override
    public EventColumns next() {
        while (batches.hasNext()) {
            load(batches.next());
            if (columns.rows() > 0) {
                return columns;
            }
        }

        return null;
    }

    private void load(ColumnarBatch batch) {
        columns.setRows(batch.numRows());
        copyLongs(batch.column(ordinals.caseKey()), columns.caseIds());
        copyInts(batch.column(ordinals.position()), columns.positions());
        copyInts(batch.column(ordinals.activity()), columns.activities());
        copyStarts(batch.column(ordinals.start()), columns.startsUs());
        copyLongs(batch.column(ordinals.complete()), columns.completesUs());
        if (columns.classified()) {
            copyInts(batch.column(ordinals.classes()), columns.classes());
        }

        if (columns.instances()) {
            copyLongs(batch.column(ordinals.suspended()), columns.suspendedUs());
            copyBytes(batch.column(ordinals.rests()), columns.rests());
        }
    }

    private void copyStarts(ColumnVector column, long[] into) {
        // Counts of nulls are of no use here: a batch that deletes have thinned out counts those of the rows that are
        // gone.
        for (int i = 0; i < columns.rows(); i++) {
            into[i] = column.isNullAt(i) ? EventColumns.UNKNOWN : column.getLong(i);
        }
    }

    private void copyLongs(ColumnVector column, long[] into) {
        for (int i = 0; i < columns.rows(); i++) {
            into[i] = column.getLong(i);
        }
    }

    private void copyInts(ColumnVector column, int[] into) {
        for (int i = 0; i < columns.rows(); i++) {
            into[i] = column.getInt(i);
        }
    }

    private void copyBytes(ColumnVector column, byte[][] into) {
        for (int i = 0; i < columns.rows(); i++) {
            into[i] = column.getBinary(i);
        }
    }
}
