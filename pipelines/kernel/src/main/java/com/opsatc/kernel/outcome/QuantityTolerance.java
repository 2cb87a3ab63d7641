package com.opsatc.kernel.outcome;

/**
 * How far a delivered quantity may be from the ordered one, in thousandths of it.
 *
 * @param over null when a surplus neither helps nor harms
 */
public record QuantityTolerance(int under, Integer over) {
    /** All that was ordered, or more. */
    public static final QuantityTolerance NONE = new QuantityTolerance(0, null);

    private static final long WHOLE = 1000;

    public QuantityTolerance {
        if (under < 0 || under > WHOLE || (over != null && over < 0)) {
            throw new IllegalArgumentException(
                    "Invalid quantity tolerance: expected thousandths, from 0, of the ordered"
                            + " quantity, at most all of it below");
        }
    }

    boolean enough(long quantityMilli, long orderedMilli) {
        return Math.multiplyExact(quantityMilli, WHOLE) >= Math.multiplyExact(orderedMilli, WHOLE - under);
    }

    boolean tooMuch(long quantityMilli, long orderedMilli) {
        return over != null
                && Math.multiplyExact(quantityMilli, WHOLE) > Math.multiplyExact(orderedMilli, WHOLE + over);
    }
}
