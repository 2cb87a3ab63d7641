package com.opsatc.telemetry.testing;

import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down what a reader finds, in a form that a test can read. */
public final class Found implements ObservationSink {
    private final List<String> observations = new ArrayList<>();
    private final List<Boolean> seen = new ArrayList<>();
    private final ReadCounts.Tally tally = new ReadCounts.Tally();

    @Override
    public void line(boolean seenBefore) {
        tally.line();
        seen.add(seenBefore);
    }

    @Override
    public void observed(Observation observation) {
        tally.used();
        observations.add(shown(observation));
    }

    @Override
    public void refused(Refusal reason, long count) {
        tally.refused(reason, count);
    }

    /** E.g. {@code acme/ann day 20000 METRICS web 3 ops 1 failed [0, 3] -1 us}. */
    public List<String> observations() {
        return observations;
    }

    /** For each line, whether it was seen before. */
    public List<Boolean> seen() {
        return seen;
    }

    public ReadCounts counts() {
        return tally.counts();
    }

    private static String shown(Observation observation) {
        Origin origin = observation.origin();
        String who = origin.tenant() + "/" + origin.user() + " day " + origin.day() + " ";
        if (observation instanceof Observation.FeatureUse use) {
            return who + "feature " + use.cell();
        }

        Observation.Operations operations = (Observation.Operations) observation;
        return who + operations.signal() + " " + operations.service() + " " + operations.operations() + " ops "
                + operations.failed() + " failed " + Arrays.toString(trimmed(operations.buckets())) + " "
                + operations.durationUs() + " us";
    }

    /** Up to the last bucket that is not 0. */
    private static long[] trimmed(long[] buckets) {
        int length = buckets.length;
        while (length > 0 && buckets[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(buckets, length);
    }
}
