package com.opsatc.jobs.simulate;

import com.opsatc.jobs.simulate.Expectations.TicketFigures;
import com.opsatc.jobs.simulate.ticket.Ticket;
import com.opsatc.jobs.simulate.ticket.TicketState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Figures of the tickets as they were made up. */
final class TicketTruth {
    private TicketTruth() {}

    static TicketFigures of(List<Ticket> tickets) {
        Steps steps = new Steps();
        List<Long> resolutions = new ArrayList<>();
        long reopened = 0;
        for (Ticket ticket : tickets) {
            List<Steps.Event> events = new ArrayList<>();
            events.add(new Steps.Event(ticket.opened(), "Open"));
            ticket.changes()
                    .forEach(change ->
                            events.add(new Steps.Event(change.at(), change.to().title())));
            steps.add(events);
            ticket.first(TicketState.RESOLVED)
                    .ifPresent(at -> resolutions.add(ChronoUnit.MICROS.between(ticket.opened(), at)));
            reopened += reopened(ticket) ? 1 : 0;
        }

        long open = (long) tickets.size() - resolutions.size();
        return new TicketFigures(
                tickets.size(),
                steps.events(),
                resolutions.size(),
                open,
                reopened,
                Medians.of(resolutions),
                steps.edges());
    }

    private static boolean reopened(Ticket ticket) {
        return ticket.changes().stream()
                .dropWhile(change -> change.to() != TicketState.RESOLVED)
                .anyMatch(change -> change.to() == TicketState.IN_PROGRESS);
    }
}
