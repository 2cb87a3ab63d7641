package com.opsatc.telemetry.ledger;

import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Table {@code privacy_ledger}: what the statements of {@link PrivacyLedger} read and write, inside its transactions. */
final class LedgerRows {
    private static final String COLUMNS = "sequence, day, block_id, state, rho_numerator, rho_denominator, input_mac,"
            + " manifest_sha256, vector_sha256, reserved_at, entry_sha256, keyed";

    /** Any number that no other lock of the platform has: the first bits of a digest of what is locked. */
    private static final long LOCK =
            Long.parseUnsignedLong(Sha256.of("opsatc/v1 privacy ledger").hex().substring(0, 16), 16);

    private LedgerRows() {}

    /** Waits until no other transaction changes the ledger, and keeps others waiting until this one ends. */
    static void lock(Handle handle) {
        handle.execute("SET LOCAL lock_timeout = '30s'");
        handle.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
    }

    /** All rows, each checked against the one before. */
    static LedgerChain read(Handle handle) {
        return new LedgerChain(handle.createQuery("SELECT " + COLUMNS + " FROM privacy_ledger ORDER BY sequence")
                .map(LedgerRows::entry)
                .list());
    }

    static void insert(Handle handle, List<LedgerEntry> entries) {
        for (LedgerEntry entry : entries) {
            handle.createUpdate(
                            "INSERT INTO privacy_ledger (" + COLUMNS + ") VALUES (:sequence, :day, :blockId, :state,"
                                    + " :numerator, :denominator, :input, :manifestSha256, NULL, :reservedAt, :entrySha256, :keyed)")
                    .bindMethods(entry)
                    .bind("numerator", new BigDecimal(entry.rho().numerator()))
                    .bind("denominator", new BigDecimal(entry.rho().denominator()))
                    .bind("input", entry.inputName().hex())
                    .bind("keyed", entry.inputName().keyed())
                    .execute();
        }
    }

    /** Moves an entry on; the vector is null when the move brings none. The table itself refuses a step back. */
    static void move(Handle handle, LedgerEntry entry, LedgerEntry.State to, Sha256 vector) {
        handle.execute(
                "UPDATE privacy_ledger SET state = ?, vector_sha256 = coalesce(CAST(? AS text), vector_sha256)"
                        + " WHERE sequence = ?",
                to,
                vector,
                entry.sequence());
    }

    private static LedgerEntry entry(RowView row) {
        return new LedgerEntry(
                row.getColumn("sequence", Long.class),
                row.getColumn("day", LocalDate.class),
                row.getColumn("block_id", String.class),
                row.getColumn("state", LedgerEntry.State.class),
                new Rho(whole(row, "rho_numerator"), whole(row, "rho_denominator")),
                new InputName(row.getColumn("input_mac", String.class), row.getColumn("keyed", Boolean.class)),
                row.getColumn("manifest_sha256", Sha256.class),
                row.getColumn("vector_sha256", Sha256.class),
                row.getColumn("reserved_at", Instant.class),
                row.getColumn("entry_sha256", Sha256.class));
    }

    private static BigInteger whole(RowView row, String column) {
        return row.getColumn(column, BigDecimal.class).toBigIntegerExact();
    }
}
