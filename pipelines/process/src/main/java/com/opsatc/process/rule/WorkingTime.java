package com.opsatc.process.rule;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.kernel.calendar.WorkCalendar;
import com.opsatc.kernel.calendar.WorkingDays;

/** A business calendar over the days of a log: its hours, its days, and how documents name it. */
public record WorkingTime(WorkCalendar hours, WorkingDays days, ClockUsed used) {
    public WorkingTime {
        requireNonNull(hours, "hours");
        requireNonNull(days, "days");
        requireNonNull(used, "used");
    }
}
