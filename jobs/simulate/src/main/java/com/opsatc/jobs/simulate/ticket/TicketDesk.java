package com.opsatc.jobs.simulate.ticket;

import com.opsatc.jobs.simulate.draw.Draws;
import com.opsatc.jobs.simulate.plant.Plants;
import com.opsatc.jobs.simulate.plant.SlowableStep;
import com.opsatc.jobs.simulate.ticket.Ticket.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the tickets of a tenant's service desk, to the whole second. */
public final class TicketDesk {
    private static final List<String> CATEGORIES = List.of("hardware", "network", "software", "access", "inquiry");
    private static final List<String> GROUPS = List.of("service-desk", "network-team", "app-support", "field-service");
    private static final Duration UNTIL_CLOSED = Duration.ofDays(3);
    private static final int LAST_TICKET_HOUR = 21;

    private final Draws draws;
    private final ZoneId zone;
    private final Plants plants;

    private TicketDesk(Draws draws, ZoneId zone, Plants plants) {
        this.draws = draws;
        this.zone = zone;
        this.plants = plants;
    }

    public static List<Ticket> draw(
            long seed, LocalDate from, int weeks, int ticketsPerWeek, ZoneId zone, Plants plants) {
        TicketDesk desk = new TicketDesk(Draws.of(seed, "tickets"), zone, plants);
        LocalDate lastDay = from.plusWeeks(weeks).minusDays(1);
        List<Ticket> tickets = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            for (int left = desk.count(ticketsPerWeek); left > 0; left--) {
                tickets.add(desk.ticket(desk.opened(from.plusWeeks(week))));
            }
        }

        tickets.add(desk.ticket(lastDay.atTime(LAST_TICKET_HOUR, 0).atZone(zone).toInstant()));
        Instant end = lastDay.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(3600);
        return tickets.stream()
                .filter(ticket -> !ticket.opened().isAfter(end))
                .map(ticket -> ticket.seenAt(end))
                .sorted(Comparator.comparing(Ticket::opened))
                .toList();
    }

    private int count(int mean) {
        return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * draws.normal()));
    }

    private Instant opened(LocalDate monday) {
        LocalDate day = monday.plusDays(draws.weighted(1.3, 1.1, 1, 1, 0.9, 0.3, 0.25));
        int hour = draws.chance(0.85) ? draws.between(7, 17) : draws.below(24);
        return day.atTime(hour, draws.below(60), draws.below(60)).atZone(zone).toInstant();
    }

    private Ticket ticket(Instant opened) {
        List<Change> changes = new ArrayList<>();
        Ticket ticket = new Ticket(opened, draws.between(1, 4), draws.pick(CATEGORIES), draws.pick(GROUPS), List.of());
        Instant now = after(opened, 1.6, 0.8, SlowableStep.TAKE_UP);
        changes.add(new Change(now, TicketState.IN_PROGRESS));
        if (draws.chance(0.03)) {
            changes.add(new Change(after(now, 4, 0.7), TicketState.CANCELED));
            return withChanges(ticket, changes);
        }

        for (int holds = draws.weighted(0.6, 0.32, 0.08); holds > 0; holds--) {
            Instant held = after(now, 1.2, 0.6);
            now = after(held, 15, 0.6, SlowableStep.RESUME);
            changes.add(new Change(held, TicketState.ON_HOLD));
            changes.add(new Change(now, TicketState.IN_PROGRESS));
        }

        Instant resolved = after(now, 5, 0.8);
        changes.add(new Change(resolved, TicketState.RESOLVED));
        if (draws.chance(0.05)) {
            Instant reopened = after(resolved, 18, 0.5);
            resolved = after(reopened, 4, 0.7);
            changes.add(new Change(reopened, TicketState.IN_PROGRESS));
            changes.add(new Change(resolved, TicketState.RESOLVED));
        }

        changes.add(new Change(resolved.plus(UNTIL_CLOSED), TicketState.CLOSED));
        return withChanges(ticket, changes);
    }

    private static Ticket withChanges(Ticket ticket, List<Change> changes) {
        return new Ticket(ticket.opened(), ticket.priority(), ticket.category(), ticket.group(), changes);
    }

    private Instant after(Instant start, double medianHours, double sigma) {
        return start.plusSeconds(1 + (long) (3600 * draws.logNormal(medianHours, sigma)));
    }

    /** A step that may be the slow one: it is slow when it would have ended on a day from the plant's date on. */
    private Instant after(Instant start, double medianHours, double sigma, SlowableStep step) {
        Instant usual = after(start, medianHours, sigma);
        double factor = plants.factor(step, usual.atZone(zone).toLocalDate());
        return start.plusSeconds((long) (factor * Duration.between(start, usual).toSeconds()));
    }
}
