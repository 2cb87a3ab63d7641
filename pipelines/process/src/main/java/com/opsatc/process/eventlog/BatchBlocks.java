package com.opsatc.process.eventlog;

import com.opsatc.kernel.log.EventBlocks;
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
    private final LogOrdinals ordinals;

    private long[] caseIds = new long[0];
    private int[] positions = new int[0];
    private int[] activities = new int[0];
    private long[] ownStartsUs = new long[0];
    private long[] startsUs = ownStartsUs;
    private long[] completesUs = new long[0];
    private int rows;

    BatchBlocks(Iterator<ColumnarBatch> batches, LogOrdinals ordinals) {
        this.batches = batches;
        this.ordinals = ordinals;
    }

    @Override
    public boolean next() {
        while (batches.hasNext()) {
            load(batches.next());
            if (rows > 0) {
                return true;
            }
        }

        return false;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public long[] caseIds() {
        return caseIds;
    }

    @Override
    public int[] positions() {
        return positions;
    }

    @Override
    public int[] activities() {
        return activities;
    }

    @Override
    public long[] startsUs() {
        return startsUs;
    }

    @Override
    public long[] completesUs() {
        return completesUs;
    }

    private void load(ColumnarBatch batch) {
        rows = batch.numRows();
        if (caseIds.length < rows) {
            caseIds = new long[rows];
            positions = new int[rows];
            activities = new int[rows];
            ownStartsUs = new long[rows];
            completesUs = new long[rows];
        }

        copyLongs(batch.column(ordinals.caseKey()), caseIds);
        copyInts(batch.column(ordinals.position()), positions);
        copyInts(batch.column(ordinals.activity()), activities);
        copyLongs(batch.column(ordinals.complete()), completesUs);
        loadStarts(batch.column(ordinals.start()));
    }

    /** An event without a start began when it was complete; where none has one, both columns are one array. */
    private void loadStarts(ColumnVector column) {
        // Counts of nulls are of no use here: a batch that deletes have thinned out counts those of the rows that are
        // gone.
        int first = 0;
        while (first < rows && column.isNullAt(first)) {
            first++;
        }

        if (first == rows) {
            startsUs = completesUs;
            return;
        }

        startsUs = ownStartsUs;
        System.arraycopy(completesUs, 0, startsUs, 0, first);
        for (int i = first; i < rows; i++) {
            startsUs[i] = column.isNullAt(i) ? completesUs[i] : column.getLong(i);
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
