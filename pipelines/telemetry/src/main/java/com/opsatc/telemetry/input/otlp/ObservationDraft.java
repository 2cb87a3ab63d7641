package com.opsatc.telemetry.input.otlp;

import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.Refusal;

/** A record whose resource is not known yet: JSON does not say that it stands first. */
sealed interface ObservationDraft {
    Attributes attributes();

    /** Why it is refused whatever its resource says; null when it need not be. */
    Refusal problem();

    /** What it is once its origin and its service are known. */
    Observation observation(Origin origin, String service);

    long timeNanos();

    @SuppressWarnings("ArrayRecordComponent")
    record Operations(
            Attributes attributes,
            Refusal problem,
            long timeNanos,
            Signal signal,
            long[] buckets,
            long operations,
            boolean failed,
            long durationUs)
            implements ObservationDraft {
        @Override
        public Observation observation(Origin origin, String service) {
            return new Observation.Operations(
                    origin, signal, service, buckets, operations, failed ? operations : 0, durationUs);
        }

        @Override
        public String toString() {
            return "Draft";
        }
    }

    record FeatureUse(Attributes attributes, Refusal problem, long timeNanos, int cell) implements ObservationDraft {
        @Override
        public Observation observation(Origin origin, String service) {
            return new Observation.FeatureUse(origin, cell);
        }

        @Override
        public String toString() {
            return "Draft";
        }
    }
}
