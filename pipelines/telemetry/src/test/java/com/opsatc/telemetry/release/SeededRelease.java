package com.opsatc.telemetry.release;

import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.ledger.InputName;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.testing.RepeatableUniforms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Days as a release publishes them, with noise that a test can repeat, and without a ledger. */
public final class SeededRelease {
    private final Manifest manifest;
    private final Noise noise;
    private final List<PublishedDay> days = new ArrayList<>();

    public SeededRelease(Manifest manifest, long seed) {
        this.manifest = manifest;
        this.noise = Noise.of(new RepeatableUniforms(seed));
    }

    /** Adds a day whose blocks have the same value in every cell, in units. */
    public SeededRelease released(LocalDate day, ToLongFunction<Block> units) {
        return add(day, ReleaseStatus.RELEASED, units);
    }

    /** Adds a day without vectors. */
    public SeededRelease withheld(LocalDate day, ReleaseStatus status) {
        return add(day, status, block -> 0);
    }

    public List<PublishedDay> days() {
        return List.copyOf(days);
    }

    private SeededRelease add(LocalDate day, ReleaseStatus status, ToLongFunction<Block> units) {
        Map<String, ReleaseStatus> blocks = new LinkedHashMap<>();
        Map<String, Rational> charged = new LinkedHashMap<>();
        Map<String, List<Long>> vectors = new TreeMap<>();
        for (Block block : manifest.blocks()) {
            blocks.put(block.id(), status);
            if (status == ReleaseStatus.RELEASED || status == ReleaseStatus.LOST) {
                charged.put(block.id(), block.rho());
            }
            long[] exact = new long[block.cells().size()];
            Arrays.fill(exact, units.applyAsLong(block));
            vectors.put(
                    block.id(),
                    Arrays.stream(noise.added(exact, Zcdp.sigmaSquared(block.rho())))
                            .boxed()
                            .toList());
        }
        NoisedDay noised = NoisedDay.of(day, new InputName("0".repeat(64), true), manifest.sha256(), vectors);
        long charges = days.stream()
                .filter(each -> each.release().get(0).status() == ReleaseStatus.RELEASED)
                .count();
        days.add(new DayRows(
                        manifest,
                        day,
                        "test",
                        Zcdp.epsilon(manifest.rhoDay().times(charges + (charged.isEmpty() ? 0 : 1)), manifest.delta()))
                .of(blocks, charged, Optional.of(noised)));
        return this;
    }
}
