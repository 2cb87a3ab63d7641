package com.opsatc.kernel.visit;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.log.EventColumns;

/** Consecutive events of one case that began or ended outside what a visitor read. */
record Fragment(EventColumns events) {
    private static final int CLASSIFIED = 1;
    private static final int INSTANCES = 2;

    /** @param open what is copied, at least one row */
    static Fragment of(EventColumns open) {
        EventColumns events = open.another();
        events.append(open, 0, open.rows());
        return new Fragment(events);
    }

    /** Whether a row carries on the case that {@code open} ends with. */
    static boolean follows(EventColumns open, EventColumns block, int row) {
        int last = open.rows() - 1;
        return block.caseIds()[row] == open.caseIds()[last]
                && EventColumns.place(block.positions()[row]) == EventColumns.place(open.positions()[last]) + 1;
    }

    long caseId() {
        return events.caseIds()[0];
    }

    int firstPosition() {
        return EventColumns.place(events.positions()[0]);
    }

    boolean endsCase() {
        return events.positions()[events.rows() - 1] < 0;
    }

    void write(ByteSink sink) {
        sink.writeVarint((events.classified() ? CLASSIFIED : 0) | (events.instances() ? INSTANCES : 0));
        sink.writeLong(caseId());
        sink.writeVarint(firstPosition());
        sink.writeVarint(endsCase() ? 1 : 0);
        sink.writeVarint(events.rows());
        for (int i = 0; i < events.rows(); i++) {
            sink.writeVarint(events.activities()[i]);
            sink.writeLong(events.startsUs()[i]);
            sink.writeLong(events.completesUs()[i]);
            if (events.classified()) {
                sink.writeVarint(events.classes()[i]);
            }

            if (events.instances()) {
                sink.writeVarint(events.suspendedUs()[i]);
                sink.writeBytes(events.rests()[i]);
            }
        }
    }

    static Fragment read(ByteSource source, CasePass pass) {
        int kind = source.readBelow(INSTANCES + 1);
        EventColumns events =
                kind == INSTANCES ? EventColumns.ofInstances() : EventColumns.ofEvents(kind == CLASSIFIED);
        long caseId = source.readLong();
        int first = source.readBelow(Integer.MAX_VALUE);
        boolean endsCase = source.readBelow(2) == 1;
        int rows = source.readCount();
        events.setRows(rows);
        for (int i = 0; i < rows; i++) {
            events.caseIds()[i] = caseId;
            events.positions()[i] = endsCase && i + 1 == rows ? ~(first + i) : first + i;
            events.activities()[i] = source.readBelow(Integer.MAX_VALUE);
            events.startsUs()[i] = source.readLong();
            events.completesUs()[i] = source.readLong();
            if (events.classified()) {
                events.classes()[i] = source.readBelow(Integer.MAX_VALUE);
            }

            if (events.instances()) {
                events.suspendedUs()[i] = source.readVarint();
                events.rests()[i] = source.readBytes();
            }
        }

        if (rows == 0) {
            throw source.damaged();
        }

        pass.require(events);
        return new Fragment(events);
    }
}
