package com.opsatc.kernel.outcome;

/**
 * How much of an order line came, in thousandths of its unit; never more than was ordered, and never less than nothing.
 *
 * <p>A share of units is the sum of either part over the sum of what was ordered. What came inside the window and was sent back
 * after it did not come. Source: definitions 2.1; how retailers count cases of suppliers.
 *
 * <pre>
 *   ordered 10, window 5 to 8:  4 at 4, 5 at 8      ->  5 in time of 9
 *                               12 at 6             ->  10 in time of 10
 *                               10 at 6, -4 at 9    ->  6 in time of 6
 * </pre>
 *
 * @param orderedMilli above zero
 * @param inTimeMilli what came inside the window; part of {@code deliveredMilli}
 * @param deliveredMilli what came so far, whenever
 */
public record DeliveredUnits(long orderedMilli, long inTimeMilli, long deliveredMilli) {
    public DeliveredUnits {
        if (inTimeMilli < 0 || inTimeMilli > deliveredMilli || deliveredMilli > orderedMilli || orderedMilli == 0) {
            throw new IllegalArgumentException(
                    "Invalid delivered units: expected 0 <= in time <= delivered <= ordered, and something ordered");
        }
    }

    static DeliveredUnits of(long orderedMilli, DueWindow due, Deliveries dated) {
        long delivered = Math.min(Math.max(0, dated.total()), orderedMilli);
        long inTime = Math.min(Math.max(0, dated.within(due)), delivered);
        return new DeliveredUnits(orderedMilli, inTime, delivered);
    }
}
