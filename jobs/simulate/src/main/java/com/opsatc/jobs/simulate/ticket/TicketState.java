package com.opsatc.jobs.simulate.ticket;

/** States of an incident with the values they are stored as. */
public enum TicketState {
    NEW(1, "New"),
    IN_PROGRESS(2, "In Progress"),
    ON_HOLD(3, "On Hold"),
    RESOLVED(6, "Resolved"),
    CLOSED(7, "Closed"),
    CANCELED(8, "Canceled");

    private final int value;
    private final String title;

    TicketState(int value, String title) {
        this.value = value;
        this.title = title;
    }

    public int value() {
        return value;
    }

    public String title() {
        return title;
    }
}
