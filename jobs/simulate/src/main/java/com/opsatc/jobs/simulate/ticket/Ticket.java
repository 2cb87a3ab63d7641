package com.opsatc.jobs.simulate.ticket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An incident: when it was opened and every change of its state.
 *
 * @param changes in time order
 */
public record Ticket(Instant opened, int priority, String category, String group, List<Change> changes) {
    public Ticket {
        requireNonNull(opened, "opened");
        requireNonNull(category, "category");
        requireNonNull(group, "group");
        changes = List.copyOf(changes);
    }

    /** The state that was entered at an instant. */
    public record Change(Instant at, TicketState to) {}

    public TicketState state() {
        return changes.isEmpty()
                ? TicketState.NEW
                : changes.get(changes.size() - 1).to();
    }

    public Optional<Instant> first(TicketState state) {
        return changes.stream()
                .filter(change -> change.to() == state)
                .map(Change::at)
                .findFirst();
    }

    /** As an extract taken at that instant shows it. */
    Ticket seenAt(Instant end) {
        return new Ticket(
                opened,
                priority,
                category,
                group,
                changes.stream().filter(change -> !change.at().isAfter(end)).toList());
    }
}
