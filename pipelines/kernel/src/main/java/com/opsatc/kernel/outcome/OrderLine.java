package com.opsatc.kernel.outcome;

/**
 * What was promised of an order line.
 *
 * @param due null when the line has no due date
 * @param orderedMilli in thousandths of its unit; null when unknown or not convertible to the unit of the deliveries
 */
public record OrderLine(DueWindow due, Long orderedMilli) {
    public OrderLine {
        if (orderedMilli != null && orderedMilli < 0) {
            throw new IllegalArgumentException("Invalid order line: the ordered quantity is negative");
        }
    }
}
