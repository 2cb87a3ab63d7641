package com.opsatc.kernel.measure.rule;

import com.opsatc.kernel.log.EventColumns;

/**
 * A case as rules see it: its events in total order, by when they were complete.
 *
 * @param from its first row, {@code to} the one after its last
 * @param closed whether nothing is awaited of it any more
 */
record OneCase(EventColumns events, int from, int to, boolean closed, KnownCases known) {
    /** The code of a row's activity, with its transition where the view has them. */
    int code(int row) {
        return events.classes()[row];
    }

    long us(int row) {
        return events.completesUs()[row];
    }

    int position(int row) {
        return EventColumns.place(events.positions()[row]);
    }

    /** Whether an event has a date without a time and another one, later in the order, is of that day: which came first is not known. */
    boolean orderUnknown(int dated, int other) {
        return known.days().isDateOf(us(dated), us(other));
    }
}
