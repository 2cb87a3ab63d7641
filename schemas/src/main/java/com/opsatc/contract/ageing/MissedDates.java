package com.opsatc.contract.ageing;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;

/**
 * How many of past cases missed their date.
 *
 * @param n who missed it, {@code of} all that were open as long before it
 * @param share n of {@code of}, six decimals; {@code interval} is Wilson's of it, of 90 %
 */
public record MissedDates(long n, long of, BigDecimal share, Interval interval) {
    public MissedDates {
        requireNonNull(share, "share");
        requireNonNull(interval, "interval");
        if (n < 0 || n > of) {
            throw new IllegalArgumentException("Invalid share: expected 0 to n members");
        }
    }
}
