package com.opsatc.telemetry.input;

import com.fasterxml.jackson.core.JsonParser;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The latency buckets of the manifest, and how other histograms fall into them.
 *
 * <p>A bucket of OTLP holds what is above its lower and at most at its upper bound, as one of the manifest does. Counts move
 * only into coarser buckets, so that nothing is guessed: every bound of the manifest must be one of the histogram's.
 *
 * <pre>
 *   manifest 10 100, histogram 5 10 50 100 500 with counts 1 2 3 4 5 6  ->  1+2, 3+4, 5+6
 *   manifest 10 100, histogram 10 50                                    ->  none: 100 is not among its bounds
 * </pre>
 */
public final class LatencyBuckets {
    /** What {@link #microseconds} answers for a bound that is not a whole number of microseconds, or too large. */
    static final long NOT_WHOLE = -1;

    private static final int MOST_DIGITS = 18;
    private static final int MICROS = 6;

    private final long[] manifestUs;

    LatencyBuckets(List<Long> manifestUs) {
        this.manifestUs = manifestUs.stream().mapToLong(Long::longValue).toArray();
    }

    /** Those of a manifest; one bucket for all when it has no latency block. */
    public static LatencyBuckets of(Manifest manifest) {
        return new LatencyBuckets(
                manifest.block(BlockKind.LATENCY).map(Block::boundsUs).orElse(List.of()));
    }

    int buckets() {
        return manifestUs.length + 1;
    }

    /** Buckets with one operation of a duration in its place. */
    public long[] single(long durationUs) {
        long[] buckets = new long[buckets()];
        buckets[bucket(durationUs)] = 1;
        return buckets;
    }

    /** The counts in the manifest's buckets; empty when they cannot be put there. */
    public Optional<long[]> rebinned(long[] boundsUs, long[] counts) {
        if (counts.length != boundsUs.length + 1 || !holdsAll(boundsUs)) {
            return Optional.empty();
        }

        long[] buckets = new long[buckets()];
        for (int i = 0; i < counts.length; i++) {
            buckets[i == boundsUs.length ? manifestUs.length : bucket(boundsUs[i])] += counts[i];
        }
        return Optional.of(buckets);
    }

    /** A bound in seconds, exactly in microseconds. */
    public static long microseconds(JsonParser json) throws IOException {
        if (!json.currentToken().isNumeric()) {
            return NOT_WHOLE;
        }

        BigDecimal seconds = seconds(json);
        // A number of few characters may stand for one of a billion digits: magnitude first.
        boolean moderate = Math.abs((long) seconds.precision() - seconds.scale()) <= MOST_DIGITS
                && Math.abs((long) seconds.scale()) <= 2L * MOST_DIGITS;
        BigDecimal micros = moderate ? seconds.movePointRight(MICROS).stripTrailingZeros() : BigDecimal.ZERO;
        if (!moderate || micros.scale() > 0 || micros.precision() - micros.scale() > MOST_DIGITS) {
            return NOT_WHOLE;
        }

        return Math.max(NOT_WHOLE, micros.longValueExact());
    }

    private static BigDecimal seconds(JsonParser json) throws IOException {
        try {
            return json.getDecimalValue();
        } catch (NumberFormatException e) {
            throw new MalformedLineException(); // an exponent that no number has
        }
    }

    private int bucket(long upperUs) {
        int found = Arrays.binarySearch(manifestUs, upperUs);
        return found >= 0 ? found : -found - 1;
    }

    private boolean holdsAll(long[] boundsUs) {
        for (int i = 0; i < boundsUs.length; i++) {
            if (boundsUs[i] <= (i == 0 ? 0 : boundsUs[i - 1])) {
                return false;
            }
        }

        for (long bound : manifestUs) {
            if (Arrays.binarySearch(boundsUs, bound) < 0) {
                return false;
            }
        }
        return true;
    }
}
