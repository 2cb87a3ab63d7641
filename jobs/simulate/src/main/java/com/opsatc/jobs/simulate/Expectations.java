package com.opsatc.jobs.simulate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * Exact figures that a simulation computes from what it made up, without reading its own extracts: what any correct
 * reader of them must publish.
 */
public record Expectations(OrderFigures orders, TicketFigures tickets) {
    public Expectations {
        requireNonNull(orders, "orders");
        requireNonNull(tickets, "tickets");
    }

    /** A share of a population: {@code k} of {@code n}. */
    public record Share(long k, long n) {
        public Share {
            if (k < 0 || n < k) {
                throw new IllegalArgumentException("Invalid share: its part is between none and all");
            }
        }
    }

    /** How often one activity directly follows another, with the sum and the middle of the gaps. */
    public record EdgeFigure(String from, String to, long n, long sumUs, long p50Us) {}

    /**
     * @param partialLines lines carried by more than one shipment
     * @param noDue lines left out because they have no due date, {@code notDueYet} because they are not due
     */
    public record OrderFigures(
            long cases,
            long events,
            long lines,
            long partialLines,
            Share onTimeLine,
            Share inFullLine,
            Share otifLine,
            Share onTimeOrder,
            Share inFullOrder,
            Share otifOrder,
            long noDue,
            long notDueYet,
            BigDecimal otifBefore,
            BigDecimal otifAfter,
            List<EdgeFigure> edges) {
        public OrderFigures {
            edges = List.copyOf(edges);
        }
    }

    /** @param medianUs time to first resolution, type 7, half even to a whole microsecond; 0 where {@code resolved} is 0 */
    public record TicketFigures(
            long cases, long events, long resolved, long open, long reopened, long medianUs, List<EdgeFigure> edges) {
        public TicketFigures {
            edges = List.copyOf(edges);
        }
    }
}
