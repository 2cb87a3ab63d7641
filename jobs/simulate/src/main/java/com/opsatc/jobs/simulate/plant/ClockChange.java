package com.opsatc.jobs.simulate.plant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The change between standard and summer time inside the simulated weeks.
 *
 * @param before local time at which the clocks change, in the old offset
 * @param after the same instant in the new offset
 */
public record ClockChange(LocalDateTime before, LocalDateTime after) {
    public ClockChange {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    static ClockChange of(ZoneOffsetTransition transition) {
        return new ClockChange(transition.getDateTimeBefore(), transition.getDateTimeAfter());
    }

    public static List<ClockChange> of(ZoneId zone, Instant from, Instant to) {
        List<ClockChange> changes = new ArrayList<>();
        for (ZoneOffsetTransition next = zone.getRules().nextTransition(from);
                next != null && next.getInstant().isBefore(to);
                next = zone.getRules().nextTransition(next.getInstant())) {
            changes.add(of(next));
        }

        return List.copyOf(changes);
    }

    /** Clocks are set back: an hour of local times comes twice. */
    public boolean overlap() {
        return after.isBefore(before);
    }

    /** Local times around the change that a system really writes; a time inside an overlap stands for its first pass. */
    public List<LocalDateTime> times() {
        LocalDateTime last = before.minusSeconds(1);
        if (overlap()) {
            return List.of(after.minusMinutes(1), after.plusMinutes(30), last, before.plusMinutes(1));
        }

        return List.of(before.minusMinutes(30), last, after, after.plusMinutes(30));
    }
}
