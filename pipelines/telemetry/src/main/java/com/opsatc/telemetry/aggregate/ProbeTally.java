package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Counts the probe's operations by day and service; a record that carries anybody else's identity is refused. */
final class ProbeTally implements ObservationSink {
    private final ProbeSource source;
    private final String identity;
    private final Set<String> services;
    private final int lastDay;
    private final Map<ProbeKey, ProbeSums.Tally> sums = new HashMap<>();
    private final ReadCounts.Tally tally = new ReadCounts.Tally();

    ProbeTally(ProbeSource source, Manifest manifest, LocalDate last) {
        this.source = source;
        this.identity = manifest.contract().probe().identity();
        this.services = Set.copyOf(manifest.contract().probe().services());
        this.lastDay = (int) last.toEpochDay();
    }

    @Override
    public void line(boolean seenBefore) {
        tally.line();
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
        Observation.Operations operations = (Observation.Operations) observation;
        String service = services.contains(operations.service()) ? operations.service() : Block.OTHER;
        sums.computeIfAbsent(new ProbeKey(operations.origin().day(), source, service), none -> new ProbeSums.Tally())
                .add(operations);
    }

    ReadCounts finish(BiConsumer<ProbeKey, ProbeSums> out) {
        sums.forEach((key, sum) -> out.accept(key, sum.sums()));
        return tally.counts();
    }

    private Refusal refusal(Observation observation) {
        if (!observation.origin().tenant().equals(identity)) {
            return Refusal.TENANT_IN_PROBE_LANE;
        }
        if (observation instanceof Observation.FeatureUse) {
            return Refusal.NOT_IN_PROBE_LANE;
        }

        return observation.origin().day() > lastDay ? Refusal.NOT_YET : null;
    }
}
