package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;
import java.util.List;

/**
 * Two activities that cases go back and forth between, at least twice from the one to the other: a, b, a, b (definitions 1.9).
 *
 * @param first the activity that such a stretch begins with, {@code second} the other one: tenant text
 * @param stretches how many there are, none part of another
 * @param cases in how many cases
 * @param share of all cases, six decimals; {@code interval} is Wilson's of it
 * @param events how many events the stretches have
 * @param againUs how long they go on after the second activity was complete for the first time, microseconds
 * @param sample the first events of stretches in a few of the cases
 */
public record Alternation(
        String process,
        String first,
        String second,
        long stretches,
        long cases,
        BigDecimal share,
        Interval interval,
        long events,
        long againUs,
        List<Citation> sample) {
    public Alternation {
        requireNonNull(process, "process");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(share, "share");
        requireNonNull(interval, "interval");
        sample = List.copyOf(sample);
        if (cases < 1 || stretches < cases || events < 4 * stretches || sample.isEmpty()) {
            throw new IllegalArgumentException(
                    "Invalid alternation: a stretch has four events or more, and is cited in a case");
        }
    }
}
