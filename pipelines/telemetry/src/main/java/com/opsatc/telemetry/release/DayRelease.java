package com.opsatc.telemetry.release;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.telemetry.ledger.NewReservation;
import com.opsatc.telemetry.ledger.Reservation;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.publish.ReleaseFolder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes one day from wherever it stands to being published: charge, draw, store, tell the ledger, publish, tell the ledger.
 *
 * <p>Whether noise may be drawn follows from what is durable alone: the ledger says that nobody can have drawn for the day, or
 * else the stored vectors are the ones, or the day is lost.
 */
final class DayRelease {
    private final ReleaseRequest request;
    private final NoisedDays noised;
    private final ReleaseFolder folder;
    private final ReleaseLedger ledger;
    private final Noise noise;
    private final ReleaseStep.Listener steps;

    DayRelease(
            ReleaseRequest request,
            NoisedDays noised,
            ReleaseFolder folder,
            ReleaseLedger ledger,
            Noise noise,
            ReleaseStep.Listener steps) {
        this.request = request;
        this.noised = noised;
        this.folder = folder;
        this.ledger = ledger;
        this.noise = noise;
        this.steps = steps;
    }

    /** Publishes that the fleet is too small; nothing is charged. */
    ReleasedDay suppress(LocalDate day, List<LedgerEntry> entries) {
        return without(ReleaseStatus.SUPPRESSED_MIN_TENANTS, day, entries);
    }

    /** Publishes that the vectors were deleted before anybody released them; nothing is charged. */
    ReleasedDay lose(LocalDate day, List<LedgerEntry> entries) {
        return without(ReleaseStatus.LOST, day, entries);
    }

    private ReleasedDay without(ReleaseStatus status, LocalDate day, List<LedgerEntry> entries) {
        Map<String, ReleaseStatus> blocks = new LinkedHashMap<>();
        manifest().blocks().forEach(block -> blocks.put(block.id(), status));
        folder.publish(rows(day, entries).of(blocks, Map.of(), Optional.empty()));
        steps.after(ReleaseStep.WRITTEN, day);
        return new ReleasedDay(day, blocks);
    }

    /**
     * Releases a day, or takes it up where a process was killed.
     *
     * @param entries all of the ledger; a reservation made here is added
     */
    ReleasedDay release(ExactDay exact, List<LedgerEntry> entries) {
        List<LedgerEntry> known = entries.stream()
                .filter(entry -> entry.day().equals(exact.day()))
                .toList();
        Reservation reservation = ledger.reserve(new NewReservation(
                exact.day(),
                ledger.name(exact, known),
                exact.manifestSha256(),
                Charges.of(manifest()),
                Charges.rho(manifest().rhoYear()),
                request.now()));
        if (known.isEmpty()) {
            entries.addAll(reservation.entries());
        }
        steps.after(ReleaseStep.RESERVED, exact.day());
        if (reservation.undrawn() && noised.find(exact.day()).isEmpty()) {
            drawn(exact, reservation.entries());
        }
        return finish(exact.day(), reservation.entries(), entries);
    }

    /**
     * Publishes a reserved day from its stored vectors, or as lost when there are none.
     *
     * @param day entries of the day
     * @param entries all of the ledger
     */
    ReleasedDay finish(LocalDate date, List<LedgerEntry> day, List<LedgerEntry> entries) {
        boolean charged = day.stream().anyMatch(entry -> entry.state().charged());
        boolean gone = day.stream().anyMatch(entry -> entry.state() == State.LOST);
        Optional<NoisedDay> stored = gone ? Optional.empty() : noised.find(date);
        if (stored.isPresent()) {
            requireOf(day, stored.get());
            ledger.noised(date, stored.get().digests());
            steps.after(ReleaseStep.NOISED, date);
        } else if (charged) {
            requireUnpublished(date, day);
            ledger.lost(date);
        }

        Map<String, ReleaseStatus> blocks = new LinkedHashMap<>();
        Map<String, Rational> rho = new LinkedHashMap<>();
        for (LedgerEntry entry : day) {
            blocks.put(entry.blockId(), status(entry, stored.isPresent()));
            rho.put(
                    entry.blockId(),
                    new Rational(entry.rho().numerator(), entry.rho().denominator()));
        }
        publish(rows(date, entries).of(blocks, rho, stored));
        if (stored.isPresent()) {
            ledger.published(date);
            steps.after(ReleaseStep.PUBLISHED, date);
        }
        return new ReleasedDay(date, blocks);
    }

    private void drawn(ExactDay exact, List<LedgerEntry> day) {
        SortedMap<String, List<Long>> vectors = new TreeMap<>();
        for (LedgerEntry entry : day) {
            if (entry.state().charged()) {
                vectors.put(entry.blockId(), noised(block(entry), exact));
            }
        }
        steps.after(ReleaseStep.DRAWN, exact.day());
        if (!vectors.isEmpty()) {
            noised.write(NoisedDay.of(exact.day(), day.get(0).inputName(), exact.manifestSha256(), vectors));
            steps.after(ReleaseStep.STORED, exact.day());
        }
    }

    private List<Long> noised(Block block, ExactDay exact) {
        long[] cells = exact.vectors().get(block.id()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        if (cells.length != block.cells().size()) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot release telemetry of " + exact.day() + ": block " + block.id()
                            + " has not the cells of the manifest; put back what was counted first");
        }

        long[] vector = noise.added(cells, Zcdp.sigmaSquared(block.rho()));
        return Arrays.stream(vector).boxed().toList();
    }

    private void publish(PublishedDay day) {
        if (!folder.published(day.day())) {
            folder.publish(day);
        } else if (!folder.read(day.day()).cells().equals(day.cells())) {
            // The rows of the release may name an earlier code version, the cells are the same for ever.
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot publish telemetry of " + day.day()
                            + ": the day is published with other figures, and a release is never changed; leave it as it"
                            + " is");
        }
        steps.after(ReleaseStep.WRITTEN, day.day());
    }

    private static void requireUnpublished(LocalDate date, List<LedgerEntry> day) {
        if (day.stream().anyMatch(entry -> entry.state() == State.PUBLISHED)) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot release telemetry of " + date
                            + ": the day was published, but is neither in the release folder nor among the stored vectors;"
                            + " put one of them back");
        }
    }

    private void requireOf(List<LedgerEntry> day, NoisedDay stored) {
        SortedMap<String, Sha256> digests = stored.digests();
        for (LedgerEntry entry : day) {
            boolean same = entry.inputName().equals(stored.input())
                    && entry.manifestSha256().equals(stored.manifestSha256())
                    && entry.state().charged() == digests.containsKey(entry.blockId())
                    && (entry.vectorSha256() == null || entry.vectorSha256().equals(digests.get(entry.blockId())));
            if (!same) {
                throw new PipelineException(
                        ErrorCode.POLICY_REFUSED,
                        "Cannot release telemetry of " + stored.day()
                                + ": the stored vectors are not those that the ledger knows; put back the restricted"
                                + " zone and the database of one moment");
            }
        }
    }

    private static ReleaseStatus status(LedgerEntry entry, boolean stored) {
        if (!entry.state().charged()) {
            return ReleaseStatus.SUPPRESSED_BUDGET;
        }

        return stored ? ReleaseStatus.RELEASED : ReleaseStatus.LOST;
    }

    private Block block(LedgerEntry entry) {
        return manifest().blocks().stream()
                .filter(block -> block.id().equals(entry.blockId()))
                .findFirst()
                .orElseThrow();
    }

    private DayRows rows(LocalDate day, List<LedgerEntry> entries) {
        return new DayRows(
                manifest(),
                day,
                request.codeVersion(),
                Charges.epsilonYearTo(day, entries, manifest().delta()));
    }

    private Manifest manifest() {
        return request.manifest();
    }
}
