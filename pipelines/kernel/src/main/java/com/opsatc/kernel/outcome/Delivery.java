package com.opsatc.kernel.outcome;

/**
 * Accepted quantity of an order line that arrived at an instant; a return that counts is a negative quantity, and nothing
 * arrived where it is zero.
 *
 * @param atUs null when something arrived and nobody recorded when
 * @param quantityMilli in thousandths of the ordered unit; null when unknown
 */
public record Delivery(Long atUs, Long quantityMilli) {}
