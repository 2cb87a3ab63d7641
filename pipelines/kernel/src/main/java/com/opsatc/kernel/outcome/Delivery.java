package com.opsatc.kernel.outcome;

/**
 * Accepted quantity of an order line that arrived at an instant; a return that counts is a negative quantity.
 *
 * @param quantityMilli in thousandths of the ordered unit
 */
public record Delivery(long atUs, long quantityMilli) {}
