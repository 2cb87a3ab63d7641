package com.opsatc.telemetry.ledger;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.tenancy.disk.ExclusiveFile;
import com.opsatc.tenancy.scope.PlatformScope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What de-identified releases have cost: one entry a block and day, charged before noise is drawn.
 *
 * <p>Guarantee: a block of a day is charged once and has at most one noised vector, whatever is killed, repeated or done in
 * parallel; the ledger never understates what was released, because what is charged stays charged; in any 365 days the
 * charges are at most the annual budget given with each of them; a ledger that was altered, removed or restored to an earlier
 * state is refused ({@link LedgerAnchor}). Limit: nothing here sees whether noise was really drawn once; it goes by what it
 * is told.
 *
 * <p>Order of a release: {@link #reserve}, draw noise when the reservation is {@link Reservation#undrawn undrawn}, store the
 * vectors, {@link #noised}, hand the vectors to readers, {@link #published}. All refusals are {@link ErrorCode#POLICY_REFUSED}.
 */
public final class PrivacyLedger {
    private PrivacyLedger() {}

    /**
     * Charges all blocks of a day, or answers what is there when the same was reserved before.
     *
     * <p>A block whose charge would bring the 365 days that end with the day above the annual budget becomes {@link
     * State#SUPPRESSED_BUDGET} and is not charged; a sum equal to the budget is allowed.
     *
     * <p>Example with a budget of 3/10 and nothing charged before:
     *
     * <pre>
     *  asked            entry
     *  activity 1/10    RESERVED 1/10
     *  latency  1/4     SUPPRESSED_BUDGET 0/1
     *  errors   1/5     RESERVED 1/5
     * </pre>
     *
     * @throws PipelineException when the day is reserved with another input, manifest or list of charges; is not after the
     *     ledger's last day; is not over in UTC; has a name without a key and is new; or when now is before the last reservation
     */
    public static Reservation reserve(PlatformScope scope, NewReservation asked) {
        return inTurn(scope, "reserve privacy budget", anchor -> {
            var reserved = scope.database().transact("reserve privacy budget", handle -> {
                LedgerChain chain = open(handle);
                long anchored = anchor.catchUp(chain);
                List<LedgerEntry> known = chain.day(asked.day());
                if (!known.isEmpty()) {
                    requireSame(asked, known);
                    return new Reserved(
                            chain, new Reservation(asked.day(), known.get(0).sequence() > anchored, known));
                }

                requireNext(asked, chain);
                List<LedgerEntry> added = chain.next(asked);
                LedgerRows.insert(handle, added);
                return new Reserved(chain.with(added), new Reservation(asked.day(), true, added));
            });
            anchor.catchUp(reserved.chain());
            return reserved.reservation();
        });
    }

    /**
     * Records the digest of the one noised vector of each charged block of a day, once the vectors are stored; the same
     * digests again change nothing.
     *
     * @param vectors by block id: all blocks of the day but the suppressed ones
     * @throws PipelineException when the day is not reserved, has other blocks, or a block has another vector or is lost
     */
    public static void noised(PlatformScope scope, LocalDate day, Map<String, Sha256> vectors) {
        advance(scope, day, State.NOISED, new TreeMap<>(vectors));
    }

    /**
     * Records that the vectors of a day are with their readers; done twice, it is done once.
     *
     * @throws PipelineException when the day is not reserved, or a block of it is not noised or lost
     */
    public static void published(PlatformScope scope, LocalDate day) {
        advance(scope, day, State.PUBLISHED, new TreeMap<>());
    }

    /**
     * Gives a day up, whose blocks stay charged; done twice, it is done once.
     *
     * @throws PipelineException when the day is not reserved, or a block of it is published
     */
    public static void lost(PlatformScope scope, LocalDate day) {
        advance(scope, day, State.LOST, new TreeMap<>());
    }

    /**
     * Requires that the ledger goes on from its anchor, and changes neither; a release begins with it, whether it has something
     * to reserve or not.
     *
     * @throws PipelineException when ledger or anchor was altered, removed or restored to an earlier state
     */
    public static void verify(PlatformScope scope) {
        inTurn(scope, "verify the privacy ledger", anchor -> anchor.verify(read(scope)));
    }

    /** All entries, oldest first, each checked against the one before. */
    public static List<LedgerEntry> list(PlatformScope scope) {
        return read(scope).entries();
    }

    /** What was charged for the 365 days that end with a day, that day included. */
    public static Rho spent(PlatformScope scope, LocalDate day) {
        return read(scope).chargedInYearTo(day);
    }

    private static LedgerChain read(PlatformScope scope) {
        return scope.database().transact("read the privacy ledger", LedgerRows::read);
    }

    private static LedgerChain open(Handle handle) {
        LedgerRows.lock(handle);
        return LedgerRows.read(handle);
    }

    /** First on this machine, so that the anchor moves in the order of the commits; {@link #open} then in the database. */
    private static <T> T inTurn(PlatformScope scope, String action, Change<T> change) {
        scope.requireWrites(action);
        try (ExclusiveFile turn = ExclusiveFile.lock(scope.anchor().turns())) {
            return change.make(LedgerAnchor.of(scope));
        }
    }

    private static void requireSame(NewReservation asked, List<LedgerEntry> known) {
        boolean same = known.size() == asked.charges().size();
        for (int i = 0; same && i < known.size(); i++) {
            LedgerEntry entry = known.get(i);
            Charge charge = asked.charges().get(i);
            same = entry.inputName().equals(asked.inputName())
                    && entry.manifestSha256().equals(asked.manifestSha256())
                    && entry.blockId().equals(charge.blockId())
                    && (!entry.state().charged() || entry.rho().equals(charge.rho()));
        }

        if (!same) {
            throw refused(
                    "reserve privacy budget for " + asked.day(),
                    "the day is reserved with another input, manifest or list of charges, and is never noised twice; leave"
                            + " it as it is");
        }
    }

    private static void requireNext(NewReservation asked, LedgerChain chain) {
        String action = "reserve privacy budget for " + asked.day();
        if (!LocalDate.ofInstant(asked.now(), ZoneOffset.UTC).isAfter(asked.day())) {
            throw refused(action, "the day is not over in UTC at " + asked.now() + "; wait until it is");
        }

        if (!asked.inputName().keyed()) {
            throw refused(
                    action,
                    "its input is named by a plain digest, as only days are that an earlier version charged; name it by"
                            + " its HMAC");
        }

        chain.last().ifPresent(last -> {
            if (asked.now().isBefore(last.reservedAt())) {
                throw refused(
                        action,
                        "the clock went back: it is " + asked.now() + ", and the last reservation was at "
                                + last.reservedAt() + "; set the clock");
            }

            if (!asked.day().isAfter(last.day())) {
                throw refused(
                        action,
                        "the ledger has come to " + last.day() + ", and days are released in order; leave the day out");
            }
        });
    }

    private static void advance(PlatformScope scope, LocalDate day, State to, TreeMap<String, Sha256> vectors) {
        String action = "record that " + day + " is " + to;
        inTurn(
                scope,
                action,
                anchor -> scope.database().transact(action, handle -> {
                    LedgerChain chain = open(handle);
                    anchor.catchUp(chain);
                    List<LedgerEntry> known = chain.day(day);
                    if (known.isEmpty()) {
                        throw refused(action, "the day is not reserved; reserve it first");
                    }

                    List<LedgerEntry> charged = known.stream()
                            .filter(entry -> entry.state().charged())
                            .toList();
                    if (to == State.NOISED) {
                        requireVectors(action, charged, vectors);
                    }

                    for (LedgerEntry entry : charged) {
                        advance(handle, action, entry, to, vectors.get(entry.blockId()));
                    }

                    return null;
                }));
    }

    private static void requireVectors(String action, List<LedgerEntry> charged, TreeMap<String, Sha256> vectors) {
        List<String> blocks =
                charged.stream().map(LedgerEntry::blockId).sorted().toList();
        if (!List.copyOf(vectors.keySet()).equals(blocks)) {
            throw refused(action, "the vectors are not those of its charged blocks " + blocks + "; give one for each");
        }
    }

    private static void advance(Handle handle, String action, LedgerEntry entry, State to, Sha256 vector) {
        boolean otherVector = vector != null && !vector.equals(entry.vectorSha256());
        boolean done = entry.state() == to || (to == State.NOISED && entry.state() == State.PUBLISHED);
        if (done && !otherVector) {
            return;
        }

        if (!entry.state().leadsTo(to)) {
            throw refused(
                    action,
                    "block " + entry.blockId() + " is " + entry.state() + (otherVector ? " without this vector" : "")
                            + ", and a block never goes back; leave the day as it is");
        }

        LedgerRows.move(handle, entry, to, vector);
    }

    private static PipelineException refused(String action, String why) {
        return new PipelineException(ErrorCode.POLICY_REFUSED, "Cannot " + action + ": " + why);
    }

    private record Reserved(LedgerChain chain, Reservation reservation) {}

    @FunctionalInterface
    private interface Change<T> {
        T make(LedgerAnchor anchor);
    }
}
