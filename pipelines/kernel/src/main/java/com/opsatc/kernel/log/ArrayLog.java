package com.opsatc.kernel.log;

import java.util.Objects;

/** A view of an event log in memory, the rows of a case next to each other and in total order. */
public final class ArrayLog {
    private static final int BLOCK_ROWS = 1024;

    private final EventColumns columns;

    private ArrayLog(EventColumns columns) {
        this.columns = columns;
    }

    /**
     * Collects the rows of a view.
     *
     * @param view none of its rows yet
     */
    public static Builder builder(EventColumns view) {
        return new Builder(view);
    }

    /** Collects recorded events that have an activity alone. */
    public static Builder builder() {
        return builder(EventColumns.ofEvents(/* classified= */ false));
    }

    public int size() {
        return columns.rows();
    }

    /** All rows. */
    public EventColumns columns() {
        return columns;
    }

    /** Reads all rows. */
    public EventBlocks blocks() {
        return blocks(0, size());
    }

    /** Reads rows {@code from} (included) to {@code to} (excluded), as a task reads its split. */
    public EventBlocks blocks(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        EventColumns block = columns.another();
        return new EventBlocks() {
            private int next = from;

            @Override
            public EventColumns next() {
                if (next == to) {
                    return null;
                }

                int end = Math.min(to, next + BLOCK_ROWS);
                block.setRows(0);
                block.append(columns, next, end);
                next = end;
                return block;
            }
        };
    }

    /** Collects rows in their order; positions and ends of cases follow from the cases. */
    public static final class Builder {
        private final EventColumns columns;

        private Builder(EventColumns columns) {
            this.columns = columns;
        }

        /** Adds the next event of the case, or the first of another case. */
        public Builder add(long caseId, int activity, long startUs, long completeUs) {
            int row = columns.rows();
            columns.setRows(row + 1);
            boolean follows = row > 0 && columns.caseIds()[row - 1] == caseId;
            int position = follows ? EventColumns.place(columns.positions()[row - 1]) + 1 : 0;
            if (follows) {
                columns.positions()[row - 1] = position - 1;
            }

            columns.caseIds()[row] = caseId;
            columns.positions()[row] = ~position;
            columns.activities()[row] = activity;
            columns.classes()[row] = activity;
            columns.startsUs()[row] = startUs;
            columns.completesUs()[row] = completeUs;
            return this;
        }

        /** Adds an event whose start is not recorded. */
        public Builder add(long caseId, int activity, long completeUs) {
            return add(caseId, activity, EventColumns.UNKNOWN, completeUs);
        }

        /** Says of the row added last which code its activity has with its transition; of a view that has them. */
        public Builder classified(int code) {
            columns.classes()[columns.rows() - 1] = code;
            return this;
        }

        /** Says of the row added last when it was suspended; of a view of instances. */
        public Builder suspended(long us, byte[] rests) {
            columns.suspendedUs()[columns.rows() - 1] = us;
            columns.rests()[columns.rows() - 1] = rests;
            return this;
        }

        public ArrayLog build() {
            EventColumns built = columns.another();
            built.append(columns, 0, columns.rows());
            return new ArrayLog(built);
        }
    }
}
