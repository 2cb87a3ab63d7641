package com.opsatc.process.mine;

import com.opsatc.kernel.log.EventColumns;
import com.opsatc.process.eventlog.EventLog;
import com.opsatc.process.eventlog.InstanceLog;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a plan's output has the columns of a view; those that the view has not are negative.
 *
 * @param classes codes of activities with their transitions
 * @param suspended of activity instances, likewise {@code rests}
 */
record ViewOrdinals(
        int caseKey, int position, int activity, int classes, int start, int complete, int suspended, int rests)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The columns that a pass reads of a stored view. */
    static List<String> columns(List<String> stored, boolean classified) {
        List<String> columns = new ArrayList<>(List.of(
                EventLog.CASE_KEY, EventLog.POSITION, EventLog.ACTIVITY, EventLog.START_US, EventLog.COMPLETE_US));
        if (classified) {
            columns.add(EventLog.ACTIVITY_LIFECYCLE);
        }

        if (stored.contains(InstanceLog.RESTS)) {
            columns.addAll(List.of(InstanceLog.SUSPENDED_US, InstanceLog.RESTS));
        }

        return columns;
    }

    static ViewOrdinals of(List<String> columns) {
        return new ViewOrdinals(
                at(columns, EventLog.CASE_KEY),
                at(columns, EventLog.POSITION),
                at(columns, EventLog.ACTIVITY),
                columns.indexOf(EventLog.ACTIVITY_LIFECYCLE),
                at(columns, EventLog.START_US),
                at(columns, EventLog.COMPLETE_US),
                columns.indexOf(InstanceLog.SUSPENDED_US),
                columns.indexOf(InstanceLog.RESTS));
    }

    /** No rows yet of the view. */
    EventColumns view() {
        return rests < 0 ? EventColumns.ofEvents(classes >= 0) : EventColumns.ofInstances();
    }

    private static int at(List<String> columns, String name) {
        int ordinal = columns.indexOf(name);
        if (ordinal < 0) {
            throw new IllegalArgumentException("Not an event log: column " + name + " is missing");
        }

        return ordinal;
    }
}
