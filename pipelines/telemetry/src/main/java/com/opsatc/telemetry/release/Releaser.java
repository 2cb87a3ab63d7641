package com.opsatc.telemetry.release;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.ledger.InputName;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.tenancy.scope.PlatformScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Releases the exact days of the restricted zone that were not released yet, in the order of days.
 *
 * <p>Guarantee: below the fleet minimum, by contracts and never by telemetry, nothing is charged or drawn; a block of a day is
 * charged before its noise is drawn, and readers get at most one draw of it, whatever is killed, repeated or done in parallel;
 * what was charged and not stored is lost, and never drawn again, and so is, uncharged, a day whose vectors were deleted before
 * it was released; a day that is published is never changed. Every cell is
 * noised, those of zero included, and no exact value, count or duration is in a row, size, message or log. A ledger that does
 * not go on from its anchor, or that is ahead of the clock, is refused before anything is written, even where nothing is to be
 * charged. Limit: it protects what {@link ExactDay} bounds, and no figure of the probe lane.
 */
public final class Releaser {
    private static final int FLEET_FLOOR = 20;
    private static final String TURN = ".release.lock";

    private final ReleaseRequest request;
    private final ExactDays exact;
    private final ReleaseFolder folder;
    private final ReleaseLedger ledger;
    private final DayRelease days;
    private final boolean fleetLargeEnough;

    private Releaser(
            ReleaseRequest request, Zones zones, ReleaseLedger ledger, Noise noise, ReleaseStep.Listener steps) {
        this.request = request;
        this.exact = new ExactDays(zones.restricted());
        this.folder = zones.releases();
        this.ledger = ledger;
        this.days = new DayRelease(request, new NoisedDays(zones.restricted()), folder, ledger, noise, steps);
        this.fleetLargeEnough = zones.contractedTenants()
                >= Math.max(FLEET_FLOOR, request.manifest().fleetMinimum());
    }

    /**
     * What a release reads and writes.
     *
     * @param contractedTenants by the control plane
     */
    record Zones(RestrictedStore restricted, ReleaseFolder releases, int contractedTenants) {}

    /** The releaser of a platform, with noise of its own that nobody can foresee. */
    public static Releaser of(PlatformScope scope, ReleaseRequest request) {
        requireNonNull(request, "request");
        Zones zones =
                new Zones(RestrictedStore.of(scope), ReleaseFolder.open(scope.releases()), scope.contractedTenants());
        return new Releaser(request, zones, ReleaseLedger.of(scope), Noise.secure(), (step, day) -> {});
    }

    /** With a ledger of its own and a listener to its steps; noise is that of {@link #of}. */
    static Releaser stepping(ReleaseRequest request, Zones zones, ReleaseLedger ledger, ReleaseStep.Listener steps) {
        return new Releaser(request, zones, ledger, Noise.secure(), steps);
    }

    /**
     * Releases all that can be, and deletes exact vectors that are older than their seven days.
     *
     * @return the days that were published, ascending; empty when all were before
     * @throws PipelineException (locked) when another release is running; (policy) when a day was charged for another exact
     *     vector, was counted under another manifest, the clock is before the last reservation's day, or as the ledger says
     */
    public List<ReleasedDay> release() {
        try (Turn turn = Turn.take(folder.root().resolve(TURN))) {
            ledger.verify();
            List<LedgerEntry> entries = new ArrayList<>(ledger.list());
            requireClock(entries);
            folder.discardAbandoned();
            SortedMap<LocalDate, List<LedgerEntry>> known = byDay(entries);
            SortedSet<LocalDate> counted = new TreeSet<>(exact.days());
            SortedSet<LocalDate> all = new TreeSet<>(counted);
            all.addAll(exact.expired());
            all.addAll(known.keySet());
            List<ReleasedDay> released = new ArrayList<>();
            for (LocalDate day : all) {
                Optional<ExactDay> vectors = counted.contains(day) ? Optional.of(exact.read(day)) : Optional.empty();
                release(day, vectors, known.getOrDefault(day, List.of()), entries)
                        .ifPresent(released::add);
            }
            exact.expire(today());
            return List.copyOf(released);
        }
    }

    /** Coarser than the ledger's own check of a new reservation: a clock that is set back by seconds is no reason here. */
    private void requireClock(List<LedgerEntry> entries) {
        entries.stream()
                .map(entry -> day(entry.reservedAt()))
                .max(LocalDate::compareTo)
                .filter(last -> today().isBefore(last))
                .ifPresent(last -> {
                    throw new PipelineException(
                            ErrorCode.POLICY_REFUSED,
                            "Cannot release telemetry: the clock went back: it is " + today()
                                    + " in UTC, and the ledger's last reservation is of " + last + "; set the clock");
                });
    }

    private LocalDate today() {
        return day(request.now());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Optional<ReleasedDay> release(
            LocalDate day, Optional<ExactDay> vectors, List<LedgerEntry> known, List<LedgerEntry> entries) {
        vectors.ifPresent(counted -> requireUnchanged(counted, known));
        if (folder.published(day) && known.stream().allMatch(Releaser::ended)) {
            return Optional.empty();
        }

        requireSameManifest(day, vectors, known);
        if (known.isEmpty() && !fleetLargeEnough) {
            return Optional.of(days.suppress(day, entries));
        }
        if (known.isEmpty() && vectors.isEmpty()) {
            return Optional.of(days.lose(day, entries));
        }

        return Optional.of(
                vectors.isPresent() ? days.release(vectors.get(), entries) : days.finish(day, known, entries));
    }

    private static boolean ended(LedgerEntry entry) {
        return entry.state() != LedgerEntry.State.RESERVED && entry.state() != LedgerEntry.State.NOISED;
    }

    private void requireUnchanged(ExactDay counted, List<LedgerEntry> known) {
        InputName name = ledger.name(counted, known);
        boolean changed = known.stream()
                .anyMatch(entry -> !entry.inputName().equals(name)
                        || !entry.manifestSha256().equals(counted.manifestSha256()));
        if (changed) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot release telemetry of " + counted.day()
                            + ": the day was charged for another exact vector or manifest, and is never noised twice; put"
                            + " back what was counted first");
        }
    }

    private void requireSameManifest(LocalDate day, Optional<ExactDay> vectors, List<LedgerEntry> known) {
        boolean other = vectors.stream()
                        .anyMatch(counted -> !counted.manifestSha256()
                                .equals(request.manifest().sha256()))
                || known.stream()
                        .anyMatch(entry -> !entry.manifestSha256()
                                .equals(request.manifest().sha256()));
        if (other) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot release telemetry of " + day
                            + ": the day was counted under another manifest; release it with that one first");
        }
    }

    private static SortedMap<LocalDate, List<LedgerEntry>> byDay(List<LedgerEntry> entries) {
        SortedMap<LocalDate, List<LedgerEntry>> days = new TreeMap<>();
        entries.forEach(entry ->
                days.computeIfAbsent(entry.day(), none -> new ArrayList<>()).add(entry));
        return days;
    }
}
