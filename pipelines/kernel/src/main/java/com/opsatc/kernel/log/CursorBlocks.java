package com.opsatc.kernel.log;

import static java.util.Objects.requireNonNull;

/** Collects the rows of a cursor in blocks. */
public final class CursorBlocks implements EventBlocks {
    private static final int BLOCK_ROWS = 1024;

    private final EventCursor cursor;
    private final long[] caseIds = new long[BLOCK_ROWS];
    private final int[] positions = new int[BLOCK_ROWS];
    private final int[] activities = new int[BLOCK_ROWS];
    private final long[] startsUs = new long[BLOCK_ROWS];
    private final long[] completesUs = new long[BLOCK_ROWS];
    private int rows;

    public CursorBlocks(EventCursor cursor) {
        this.cursor = requireNonNull(cursor, "cursor");
    }

    @Override
    public boolean next() {
        rows = 0;
        while (rows < BLOCK_ROWS && cursor.next()) {
            caseIds[rows] = cursor.caseId();
            positions[rows] = cursor.lastOfCase() ? ~cursor.position() : cursor.position();
            activities[rows] = cursor.activity();
            startsUs[rows] = cursor.startUs();
            completesUs[rows] = cursor.completeUs();
            rows++;
        }
        return rows > 0;
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
}
