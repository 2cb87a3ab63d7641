package com.opsatc.jobs.simulate.plant;

/** The steps that can be slowed, by the names that the processes' activities have. */
public enum SlowableStep {
    CREATE_DELIVERY("order-to-cash", "Create order", "Create delivery"),
    GOODS_ISSUE("order-to-cash", "Create delivery", "Post goods issue"),
    TAKE_UP("incident", "Open", "In Progress"),
    RESUME("incident", "On Hold", "In Progress");

    private final String process;
    private final String from;
    private final String to;

    SlowableStep(String process, String from, String to) {
        this.process = process;
        this.from = from;
        this.to = to;
    }

    public String process() {
        return process;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }
}
