package com.opsatc.jobs.simulate.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A delivery of one order: a line may need several, and one may carry several lines.
 *
 * @param created local time of the system
 * @param goodsIssue day on which the goods left; absent while they have not
 */
public record Shipment(LocalDateTime created, LocalDate planned, Optional<LocalDate> goodsIssue, List<Item> items) {
    public Shipment {
        requireNonNull(created, "created");
        requireNonNull(planned, "planned");
        requireNonNull(goodsIssue, "goodsIssue");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Invalid shipment: it carries nothing");
        }
    }

    /** A quantity of one order line. */
    public record Item(int linePosition, long quantityMilli) {}

    /** As an extract taken on that evening shows it. */
    Shipment seenOn(LocalDate lastDay) {
        return new Shipment(created, planned, goodsIssue.filter(day -> !day.isAfter(lastDay)), items);
    }
}
