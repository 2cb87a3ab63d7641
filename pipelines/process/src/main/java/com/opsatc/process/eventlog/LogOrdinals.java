package com.opsatc.process.eventlog;

import java.io.Serializable;
import java.util.List;

/** Where a plan's output has the columns a visitor reads. */
record LogOrdinals(int caseKey, int position, int activity, int start, int complete) implements Serializable {
    static LogOrdinals of(List<String> columns, String activityColumn) {
        return new LogOrdinals(
                at(columns, EventLog.CASE_KEY),
                at(columns, EventLog.POSITION),
                at(columns, activityColumn),
                at(columns, EventLog.START_US),
                at(columns, EventLog.COMPLETE_US));
    }

    private static int at(List<String> columns, String name) {
        int ordinal = columns.indexOf(name);
        if (ordinal < 0) {
            throw new IllegalArgumentException("Not an event log: column " + name + " is missing");
        }

        return ordinal;
    }
}
