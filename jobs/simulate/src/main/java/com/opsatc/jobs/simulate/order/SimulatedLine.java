package com.opsatc.jobs.simulate.order;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a sales order.
 *
 * @param position number within the order, from 1
 * @param orderedMilli ordered quantity in thousandths
 * @param due date on which the goods must leave; absent when nobody entered one
 */
public record SimulatedLine(int position, String material, long orderedMilli, Optional<LocalDate> due) {
    public SimulatedLine {
        requireNonNull(material, "material");
        requireNonNull(due, "due");
        if (position < 1 || orderedMilli < 1) {
            throw new IllegalArgumentException("Invalid order line: positions and quantities are above zero");
        }
    }
}
