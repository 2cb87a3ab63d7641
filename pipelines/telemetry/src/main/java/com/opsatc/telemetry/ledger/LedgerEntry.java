package com.opsatc.telemetry.ledger;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * One block of one day in the {@link PrivacyLedger}.
 *
 * @param sequence counts the entries from 1, without gaps
 * @param rho what the block was charged, whatever became of it; zero when it was suppressed
 * @param vectorSha256 names the noised vector; null until there is one
 * @param entrySha256 the hash of the entry before and of all that is fixed when an entry is made: everything but the state's
 *     progress, the vector, and whether the input's name is keyed, which the first version did not ask: of the wrong kind, the
 *     name fits no input
 */
public record LedgerEntry(
        long sequence,
        LocalDate day,
        String blockId,
        State state,
        Rho rho,
        InputName inputName,
        Sha256 manifestSha256,
        Sha256 vectorSha256,
        Instant reservedAt,
        Sha256 entrySha256) {
    public LedgerEntry {
        requireNonNull(day, "day");
        requireNonNull(blockId, "blockId");
        requireNonNull(state, "state");
        requireNonNull(rho, "rho");
        requireNonNull(inputName, "inputName");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(reservedAt, "reservedAt");
        requireNonNull(entrySha256, "entrySha256");
    }

    /** How far a block came; it never goes back. */
    public enum State {
        /** Charged; noise may be drawn. */
        RESERVED,
        /** Charged, and the one noised vector is stored. */
        NOISED,
        /** Charged, and the one noised vector is with its readers. */
        PUBLISHED,
        /** Charged, and nothing will be published. */
        LOST,
        /** Not charged, and nothing will be published: the charge would have exceeded the annual budget. */
        SUPPRESSED_BUDGET;

        private static final Set<State> UNPUBLISHED = Set.of(RESERVED, NOISED);

        /** Whether budget was spent. */
        public boolean charged() {
            return this != SUPPRESSED_BUDGET;
        }

        /** Whether an entry in this state may go on to another one. */
        boolean leadsTo(State next) {
            return switch (next) {
                case NOISED -> this == RESERVED;
                case PUBLISHED -> this == NOISED;
                case LOST -> UNPUBLISHED.contains(this);
                case RESERVED, SUPPRESSED_BUDGET -> false;
            };
        }
    }

    /** An entry that follows another one, whose hash is given. */
    static LedgerEntry after(Sha256 previous, long sequence, NewReservation asked, String blockId, Rho rho) {
        State state = rho.equals(Rho.ZERO) ? State.SUPPRESSED_BUDGET : State.RESERVED;
        LedgerEntry unlinked = new LedgerEntry(
                sequence,
                asked.day(),
                blockId,
                state,
                rho,
                asked.inputName(),
                asked.manifestSha256(),
                null,
                asked.now(),
                previous);
        return unlinked.linked(unlinked.link(previous));
    }

    /** What {@link #entrySha256} must be after an entry of the given hash. */
    Sha256 link(Sha256 previous) {
        return Sha256.of(LengthPrefixed.of(
                "opsatc/v1/privacy-ledger",
                previous.hex(),
                Long.toString(sequence),
                day.toString(),
                blockId,
                state.charged() ? "CHARGED" : "SUPPRESSED",
                rho.toString(),
                inputName.hex(),
                manifestSha256.hex(),
                reservedAt.toString()));
    }

    private LedgerEntry linked(Sha256 hash) {
        return new LedgerEntry(
                sequence, day, blockId, state, rho, inputName, manifestSha256, vectorSha256, reservedAt, hash);
    }
}
