package com.opsatc.jobs.simulate.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A sales order with its lines and shipments.
 *
 * @param created local time of the system
 * @param shipments by creation
 */
public record Order(LocalDateTime created, List<SimulatedLine> lines, List<Shipment> shipments) {
    public Order {
        requireNonNull(created, "created");
        lines = List.copyOf(lines);
        shipments = shipments.stream()
                .sorted(Comparator.comparing(Shipment::created))
                .toList();
    }

    /** As an extract taken late on that day shows it. */
    Order seenOn(LocalDate lastDay) {
        return new Order(
                created,
                lines,
                shipments.stream()
                        .filter(s -> !s.created().toLocalDate().isAfter(lastDay))
                        .map(s -> s.seenOn(lastDay))
                        .toList());
    }
}
