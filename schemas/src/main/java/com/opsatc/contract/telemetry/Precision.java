package com.opsatc.contract.telemetry;

/** How far a figure over a window can be trusted. */
public enum Precision {
    OK,
    /** The noise is too large beside what it is added to: the figure is shown with its interval, and not to be acted on. */
    LOW_PRECISION,
    /** No day of the window was released. */
    SUPPRESSED
}
