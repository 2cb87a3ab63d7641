package com.opsatc.jobs.simulate;

import com.opsatc.jobs.simulate.Expectations.TicketFigures;
import com.opsatc.jobs.simulate.ticket.Ticket;
import com.opsatc.jobs.simulate.ticket.TicketState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Figures of the tickets as they were made up. */
final class TicketTruth {
    private final PlainFollows steps = new PlainFollows();
    private final List<Long> resolutionsUs = new ArrayList<>();
    private long tickets;
    private long reopened;

    private TicketTruth() {}

    static TicketTruth of(List<Ticket> tickets) {
        TicketTruth truth = new TicketTruth();
        tickets.forEach(truth::add);
        return truth;
    }

    PlainFollows steps() {
        return steps;
    }

    TicketFigures figures() {
        return new TicketFigures(
                tickets,
                steps.events(),
                resolutionsUs.size(),
                tickets - resolutionsUs.size(),
                reopened,
                Medians.of(resolutionsUs),
                steps.edges());
    }

    private void add(Ticket ticket) {
        List<PlainFollows.Event> events = new ArrayList<>();
        events.add(new PlainFollows.Event(ticket.opened(), "Open"));
        ticket.changes()
                .forEach(change -> events.add(
                        new PlainFollows.Event(change.at(), change.to().title())));
        steps.add(events);
        tickets++;
        ticket.first(TicketState.RESOLVED)
                .ifPresent(at -> resolutionsUs.add(ChronoUnit.MICROS.between(ticket.opened(), at)));
        reopened += reopened(ticket) ? 1 : 0;
    }

    private static boolean reopened(Ticket ticket) {
        return ticket.changes().stream()
                .dropWhile(change -> change.to() != TicketState.RESOLVED)
                .anyMatch(change -> change.to() == TicketState.IN_PROGRESS);
    }
}
