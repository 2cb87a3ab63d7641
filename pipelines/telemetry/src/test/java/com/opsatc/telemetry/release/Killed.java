package com.opsatc.telemetry.release;

import java.time.LocalDate;

/** Stands for the end of a process between two steps: nothing after it is done. */
final class Killed extends Error {
    private static final long serialVersionUID = 1;

    private Killed(ReleaseStep step) {
        super("killed after " + step);
    }

    static ReleaseStep.Listener after(ReleaseStep last) {
        return (step, day) -> {
            if (step == last) {
                throw new Killed(step);
            }
        };
    }

    /** As {@link #after}, but only on a day. */
    static ReleaseStep.Listener after(ReleaseStep last, LocalDate on) {
        return (step, day) -> {
            if (step == last && day.equals(on)) {
                throw new Killed(step);
            }
        };
    }
}
