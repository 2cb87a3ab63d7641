package com.opsatc.telemetry.aggregate;

import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.contract.telemetry.TelemetryManifest.Signal;
import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.aggregate.bound.TenantDay;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import com.opsatc.telemetry.aggregate.bound.UserDay;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Counts the observations of tenants by user-day, in memory that grows with user-days and not with points. Raw identifiers stay
 * in it; what it hands on carries pseudonyms.
 */
final class TenantTally implements ObservationSink {
    /** More are handed on and begun again, so that one part of a file never holds all users of a fleet. */
    private static final int MOST_USER_DAYS = 50_000;

    private final String probe;
    private final Map<String, Signal> signals;
    private final Signal defaultSignal;
    private final int buckets;
    private final Days days;
    private final Pseudonyms pseudonyms;
    private final BiConsumer<Integer, UserDays> out;
    private final Map<RawUserDay, UserCounts> users = new HashMap<>();
    private final ReadCounts.Tally tally = new ReadCounts.Tally();
    private boolean seenBefore;

    TenantTally(Manifest manifest, Days days, Pseudonyms pseudonyms, BiConsumer<Integer, UserDays> out) {
        this.probe = manifest.contract().probe().identity();
        this.signals = manifest.contract().operations().services().stream()
                .collect(Collectors.toMap(TelemetryManifest.Service::name, TelemetryManifest.Service::signal));
        this.defaultSignal = manifest.contract().operations().defaultSignal();
        this.buckets = Bounding.buckets(manifest);
        this.days = days;
        this.pseudonyms = pseudonyms;
        this.out = out;
    }

    private record RawUserDay(int day, String tenant, String user) {
        @Override
        public String toString() {
            return "RawUserDay";
        }
    }

    @Override
    public void line(boolean seen) {
        tally.line();
        seenBefore = seen;
    }

    @Override
    public void refused(Refusal reason, long count) {
        tally.refused(reason, count);
    }

    @Override
    public void observed(Observation observation) {
        Refusal reason = refusal(observation);
        if (reason != null) {
            tally.refused(reason, 1);
            return;
        }

        tally.used();
        Origin origin = observation.origin();
        users.merge(
                new RawUserDay(days.day(origin), origin.tenant(), origin.user()),
                UserCounts.none(buckets).plus(observation),
                UserCounts::plus);
        if (users.size() > MOST_USER_DAYS) {
            handOn();
        }
    }

    /** Hands on the rest; what was read, used and refused. */
    ReadCounts finish() {
        handOn();
        return tally.counts();
    }

    private Refusal refusal(Observation observation) {
        if (observation.origin().tenant().equals(probe)) {
            return Refusal.PROBE_IN_TENANT_LANE;
        }
        if (observation instanceof Observation.Operations operations
                && signals.getOrDefault(operations.service(), defaultSignal) != operations.signal()) {
            return Refusal.OTHER_SIGNAL;
        }

        return days.refusal(observation.origin(), seenBefore);
    }

    private void handOn() {
        SortedMap<Integer, UserDays> shards = new TreeMap<>();
        users.forEach((raw, counts) -> {
            TenantDay tenant = new TenantDay(raw.day(), pseudonyms.tenant(raw.day(), raw.tenant()));
            shards.computeIfAbsent(UserDays.shard(tenant), none -> new UserDays())
                    .add(new UserDay(tenant, pseudonyms.user(raw.day(), raw.tenant(), raw.user())), counts);
        });
        shards.forEach(out);
        users.clear();
    }
}
