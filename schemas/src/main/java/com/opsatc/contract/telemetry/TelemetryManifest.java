package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What platform telemetry counts and releases, fixed before any data is seen: {@code conf/telemetry/manifest.yaml}. Its
 * digest stands in every release; a change is a new version and a review, never a tuning on data.
 *
 * @param version counts up with every change, from {@code 1}
 * @param neverRead names of OTLP fields that no part of the program reads, for the page that says what is dropped
 */
public record TelemetryManifest(
        String version,
        Privacy privacy,
        Operations operations,
        List<Block> blocks,
        Probe probe,
        List<String> neverRead) {
    public TelemetryManifest {
        requireNonNull(version, "version");
        requireNonNull(privacy, "privacy");
        requireNonNull(operations, "operations");
        requireNonNull(probe, "probe");
        blocks = List.copyOf(blocks);
        neverRead = List.copyOf(neverRead);
    }

    /**
     * The promise and its budget. Fractions are written {@code n/d}: no floating point is on the way to the noise.
     *
     * @param unit what is protected, e.g. {@code tenant-year}
     * @param epsilonYear the annual epsilon that {@code rhoYear} stands for at {@code delta}, rounded up
     * @param delta failure probability, e.g. {@code 1/1000000}
     * @param rhoYear zero-concentrated budget of any 365 days
     * @param rhoDay budget of one day over all blocks
     * @param unitScale integer units that stand for weight 1, e.g. 65536
     * @param userWeight the largest L2 weight of one user-day, as a share of a tenant-day's
     * @param fleetMinimum contracted tenants below which nothing tenant-derived is released
     * @param lateHours how late an event may arrive and still count, on the next open day
     */
    public record Privacy(
            String unit,
            int epsilonYear,
            String delta,
            String rhoYear,
            String rhoDay,
            long unitScale,
            String userWeight,
            int fleetMinimum,
            int lateHours) {
        public Privacy {
            requireNonNull(unit, "unit");
            requireNonNull(delta, "delta");
            requireNonNull(rhoYear, "rhoYear");
            requireNonNull(rhoDay, "rhoDay");
            requireNonNull(userWeight, "userWeight");
        }
    }

    /**
     * Which OTLP records are operations. Metrics or traces, never both for one service: an operation counts once.
     *
     * @param defaultSignal for services that are not listed
     * @param metrics names of duration histograms in seconds, e.g. {@code http.server.request.duration}
     * @param featureEvents names of log events that say a feature was used
     */
    public record Operations(
            Signal defaultSignal, List<Service> services, List<String> metrics, List<String> featureEvents) {
        public Operations {
            requireNonNull(defaultSignal, "defaultSignal");
            services = List.copyOf(services);
            metrics = List.copyOf(metrics);
            featureEvents = List.copyOf(featureEvents);
        }
    }

    /** One of the platform's own services, by its {@code service.name}, and the signal that its operations are read from. */
    public record Service(String name, Signal signal) {
        public Service {
            requireNonNull(name, "name");
            requireNonNull(signal, "signal");
        }
    }

    /** A kind of OTLP document that holds operations. */
    public enum Signal {
        METRICS,
        TRACES
    }

    /**
     * A vector released daily.
     *
     * @param share of the day's budget, e.g. {@code 30/100}
     * @param scalePerDay public number of operations (or of users, for features) a day that stands for weight 1
     * @param clip for {@link BlockKind#ERRORS}, the error share that stands for weight 1; null otherwise
     * @param boundsUs for {@link BlockKind#LATENCY}, upper bounds of the buckets in microseconds, ascending; empty otherwise
     * @param keys for {@link BlockKind#FEATURES}, the features under evaluation, at most 4; empty otherwise
     */
    public record Block(
            String id,
            BlockKind kind,
            String title,
            String share,
            long scalePerDay,
            String clip,
            List<Long> boundsUs,
            List<String> keys) {
        public Block {
            requireNonNull(id, "id");
            requireNonNull(kind, "kind");
            requireNonNull(title, "title");
            requireNonNull(share, "share");
            boundsUs = List.copyOf(boundsUs);
            keys = List.copyOf(keys);
        }

        /** How many cells the block has, from 1; the same every day. */
        public int cells() {
            return switch (kind) {
                case ACTIVITY -> 1;
                case ERRORS -> 3;
                case LATENCY -> boundsUs.size() + 1;
                case FEATURES -> keys.size() + 1;
            };
        }
    }

    /**
     * The synthetic tenant that the platform replays against itself: its figures are exact and kept apart.
     *
     * @param identity what its telemetry carries as tenant
     * @param services the services shown by name, all others together
     */
    public record Probe(String identity, List<String> services) {
        public Probe {
            requireNonNull(identity, "identity");
            services = List.copyOf(services);
        }
    }
}
