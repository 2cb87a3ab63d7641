package com.opsatc.telemetry.input;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import java.util.Arrays;

/** What one OTLP record, or one line of an adapter, says happened. It prints nothing of what it holds. */
public sealed interface Observation {
    /** Stands for a count or a duration that the source does not say. */
    long UNKNOWN = -1;

    /** When and at whom. */
    Origin origin();

    /**
     * Operations of a service.
     *
     * @param signal the kind of document they were read from
     * @param service as the record names it, possibly empty
     * @param buckets how many fall into each latency bucket of the manifest; empty when the source has no durations
     * @param operations at least 0; the sum of the buckets when there are buckets
     * @param failed how many of them failed, {@link #UNKNOWN} when the source does not say
     * @param durationUs the duration of a single operation, {@link #UNKNOWN} when there is none or there are several
     */
    @SuppressWarnings("ArrayRecordComponent") // one a point, of a fixed few cells: a list would box each of them
    record Operations(
            Origin origin, Signal signal, String service, long[] buckets, long operations, long failed, long durationUs)
            implements Observation {
        public Operations {
            requireNonNull(origin, "origin");
            requireNonNull(signal, "signal");
            requireNonNull(service, "service");
            if (operations < 0
                    || failed > operations
                    || (buckets.length > 0 && Arrays.stream(buckets).sum() != operations)) {
                throw new IllegalArgumentException("Invalid operations: the counts do not agree");
            }
        }

        @Override
        public String toString() {
            return "Operations";
        }
    }

    /**
     * A user used a feature.
     *
     * @param cell of the manifest's features, the last one for all that are not under evaluation
     */
    record FeatureUse(Origin origin, int cell) implements Observation {
        public FeatureUse {
            requireNonNull(origin, "origin");
            if (cell < 0) {
                throw new IllegalArgumentException("Invalid feature: a cell is not negative");
            }
        }

        @Override
        public String toString() {
            return "FeatureUse";
        }
    }
}
