package com.opsatc.telemetry.manifest;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What no manifest may exceed, fixed in code so that a configuration cannot weaken the promise, and the arithmetic that its
 * figures must agree with.
 */
final class ManifestLimits {
    private static final int EPSILON_YEAR_CEILING = 10;
    private static final int FLEET_MINIMUM_FLOOR = 20;
    private static final int FEATURES_CEILING = 4;
    private static final int LATE_HOURS_CEILING = 48;
    private static final int CELLS_CEILING = 64;
    private static final int DAYS_A_YEAR = 365;
    private static final Rational DELTA_CEILING = Rational.of(1, 1_000_000);

    private final TelemetryManifest manifest;
    private final List<String> broken = new ArrayList<>();

    private ManifestLimits(TelemetryManifest manifest) {
        this.manifest = manifest;
    }

    /** Every limit that the manifest breaks, with its place; empty for a good one. */
    static List<String> broken(TelemetryManifest manifest) {
        ManifestLimits limits = new ManifestLimits(manifest);
        limits.privacy();
        limits.budget();
        limits.blocks();
        limits.operations();
        return List.copyOf(limits.broken);
    }

    private void privacy() {
        TelemetryManifest.Privacy privacy = manifest.privacy();
        require(
                privacy.fleetMinimum() >= FLEET_MINIMUM_FLOOR,
                "/privacy/fleet_minimum: below " + FLEET_MINIMUM_FLOOR + " tenants nothing may be released");
        require(
                privacy.unitScale() == Projection.UNIT_SCALE,
                "/privacy/unit_scale: the arithmetic counts in " + Projection.UNIT_SCALE + " units");
        require(
                privacy.lateHours() >= 0 && privacy.lateHours() <= LATE_HOURS_CEILING,
                "/privacy/late_hours: expected 0 to " + LATE_HOURS_CEILING);
        Rational weight = fraction("/privacy/user_weight", privacy.userWeight());
        require(
                weight == null
                        || (weight.times(Projection.UNIT_SCALE).compareTo(Rational.ONE) >= 0
                                && weight.compareTo(Rational.ONE) <= 0),
                "/privacy/user_weight: expected more than 0 and at most 1");
    }

    private void budget() {
        TelemetryManifest.Privacy privacy = manifest.privacy();
        Rational delta = fraction("/privacy/delta", privacy.delta());
        Rational year = fraction("/privacy/rho_year", privacy.rhoYear());
        Rational day = fraction("/privacy/rho_day", privacy.rhoDay());
        require(
                privacy.epsilonYear() <= EPSILON_YEAR_CEILING,
                "/privacy/epsilon_year: a year may cost at most " + EPSILON_YEAR_CEILING);
        require(
                delta == null || (delta.signum() > 0 && delta.compareTo(DELTA_CEILING) <= 0),
                "/privacy/delta: expected more than 0 and at most " + DELTA_CEILING);
        require(day == null || day.signum() > 0, "/privacy/rho_day: expected more than 0");
        require(
                day == null || year == null || day.times(DAYS_A_YEAR).compareTo(year) <= 0,
                "/privacy/rho_day: " + DAYS_A_YEAR + " days cost more than rho_year");
        if (delta != null
                && delta.signum() > 0
                && delta.compareTo(DELTA_CEILING) <= 0
                && year != null
                && year.signum() > 0) {
            long epsilon =
                    Zcdp.epsilon(year, delta).setScale(0, RoundingMode.CEILING).longValueExact();
            require(
                    epsilon == privacy.epsilonYear(),
                    "/privacy/epsilon_year: rho_year stands for " + epsilon + " at delta, rounded up");
        }
    }

    private void blocks() {
        Rational shares = Rational.ZERO;
        Set<String> ids = new HashSet<>();
        Set<BlockKind> kinds = new HashSet<>();
        for (int i = 0; i < manifest.blocks().size(); i++) {
            TelemetryManifest.Block block = manifest.blocks().get(i);
            String place = "/blocks/" + i;
            require(ids.add(block.id()), place + "/id: stands twice");
            require(kinds.add(block.kind()), place + "/kind: one block of each kind");
            Rational share = fraction(place + "/share", block.share());
            require(share == null || share.signum() > 0, place + "/share: expected more than 0");
            shares = share == null ? shares : shares.plus(share);
            cells(place, block);
        }
        require(shares.equals(Rational.ONE), "/blocks: the shares sum to " + shares + ", expected 1/1");
    }

    private void cells(String place, TelemetryManifest.Block block) {
        require(block.scalePerDay() >= 1, place + "/scale_per_day: expected 1 or more");
        require(block.cells() <= CELLS_CEILING, place + ": at most " + CELLS_CEILING + " cells");
        require(
                block.keys().size() <= FEATURES_CEILING
                        && new HashSet<>(block.keys()).size() == block.keys().size()
                        && !block.keys().contains(Block.OTHER),
                place + "/keys: expected at most " + FEATURES_CEILING + " different features");
        require(
                block.keys().isEmpty() != (block.kind() == BlockKind.FEATURES),
                place + "/keys: for features, and only for them");
        require(
                block.boundsUs().isEmpty() != (block.kind() == BlockKind.LATENCY),
                place + "/bounds_us: for latency, and only for it");
        for (int i = 0; i < block.boundsUs().size(); i++) {
            long before = i == 0 ? 0 : block.boundsUs().get(i - 1);
            require(block.boundsUs().get(i) > before, place + "/bounds_us/" + i + ": not above the bound before it");
        }
        require(
                (block.clip() != null) == (block.kind() == BlockKind.ERRORS),
                place + "/clip: for errors, and only for them");
        if (block.clip() != null) {
            Rational clip = fraction(place + "/clip", block.clip());
            require(
                    clip == null
                            || (clip.compareTo(Rational.ONE) <= 0
                                    && clip.times(block.scalePerDay()).compareTo(Rational.ONE) >= 0),
                    place + "/clip: expected at most 1, and at least one failed operation");
        }
    }

    private void operations() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < manifest.operations().services().size(); i++) {
            require(
                    names.add(manifest.operations().services().get(i).name()),
                    "/operations/services/" + i + "/name: stands twice");
        }
        for (int i = 0; i < manifest.operations().featureEvents().size(); i++) {
            require(
                    FeatureEvent.of(manifest.operations().featureEvents().get(i))
                            .isPresent(),
                    "/operations/feature_events/" + i + ": no event of that name is understood");
        }
    }

    private Rational fraction(String place, String text) {
        try {
            return Rational.parse(text);
        } catch (IllegalArgumentException e) {
            broken.add(place + ": expected a fraction n/d, d at least 1");
            return null;
        }
    }

    private void require(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }
}
