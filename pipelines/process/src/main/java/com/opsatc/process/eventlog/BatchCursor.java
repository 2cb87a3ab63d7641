package com.opsatc.process.eventlog;

import com.opsatc.kernel.log.EventCursor;
import java.util.Iterator;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * An event cursor over a task's column batches.
 *
 * <p>Each batch's columns are copied to arrays once: the visitor then reads plain memory instead of calling through the
 * vector's accessors for every field of every event.
 */
final class BatchCursor implements EventCursor {
    private final Iterator<ColumnarBatch> batches;
    private final LogOrdinals ordinals;

    private long[] caseKeys = new long[0];
    private int[] positions = new int[0];
    private int[] activities = new int[0];
    private long[] starts = new long[0];
    private long[] completes = new long[0];
    private int rows;
    private int row = -1;

    BatchCursor(Iterator<ColumnarBatch> batches, LogOrdinals ordinals) {
        this.batches = batches;
        this.ordinals = ordinals;
    }

    @Override
    public boolean next() {
        row++;
        while (row >= rows) {
            if (!batches.hasNext()) {
                return false;
            }

            load(batches.next());
            row = 0;
        }

        return true;
    }

    @Override
    public long caseId() {
        return caseKeys[row];
    }

    @Override
    public int position() {
        int stored = positions[row];
        return stored < 0 ? ~stored : stored;
    }

    @Override
    public boolean lastOfCase() {
        return positions[row] < 0;
    }

    @Override
    public int activity() {
        return activities[row];
    }

    @Override
    public long startUs() {
        return starts[row];
    }

    @Override
    public long completeUs() {
        return completes[row];
    }

    private void load(ColumnarBatch batch) {
        rows = batch.numRows();
        if (caseKeys.length < rows) {
            caseKeys = new long[rows];
            positions = new int[rows];
            activities = new int[rows];
            starts = new long[rows];
            completes = new long[rows];
        }

        copyLongs(batch.column(ordinals.caseKey()), caseKeys);
        copyInts(batch.column(ordinals.position()), positions);
        copyInts(batch.column(ordinals.activity()), activities);
        copyLongs(batch.column(ordinals.complete()), completes);
        copyStarts(batch.column(ordinals.start()));
    }

    private void copyStarts(ColumnVector column) {
        if (column.numNulls() == rows) {
            System.arraycopy(completes, 0, starts, 0, rows);
            return;
        }

        for (int i = 0; i < rows; i++) {
            starts[i] = column.isNullAt(i) ? completes[i] : column.getLong(i);
        }
    }

    private void copyLongs(ColumnVector column, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = column.getLong(i);
        }
    }

    private void copyInts(ColumnVector column, int[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = column.getInt(i);
        }
    }
}
