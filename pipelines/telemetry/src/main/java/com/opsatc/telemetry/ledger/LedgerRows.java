package com.opsatc.telemetry.ledger;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.database.Instants;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Table {@code privacy_ledger}: what the statements of {@link PrivacyLedger} read and write, inside its transactions. */
final class LedgerRows {
    private static final String COLUMNS = "sequence, day, block_id, state, rho_numerator, rho_denominator, input_mac,"
            + " manifest_sha256, vector_sha256, reserved_at, entry_sha256, keyed";

    /** Any number that no other lock of the platform has: the first bits of a digest of what is locked. */
    private static final long LOCK =
            Long.parseUnsignedLong(Sha256.of("opsatc/v1 privacy ledger").hex().substring(0, 16), 16);

    private LedgerRows() {}

    /** Waits until no other transaction changes the ledger, and keeps others waiting until this one ends. */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '30s'");
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** All rows, each checked against the one before. */
    static LedgerChain read(Connection connection) throws SQLException {
        try (var statement =
                        connection.prepareStatement("SELECT " + COLUMNS + " FROM privacy_ledger ORDER BY sequence");
                ResultSet row = statement.executeQuery()) {
            List<LedgerEntry> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(entry(row));
            }

            return new LedgerChain(entries);
        }
    }

    static void insert(Connection connection, List<LedgerEntry> entries) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO privacy_ledger (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (LedgerEntry entry : entries) {
                statement.setLong(1, entry.sequence());
                statement.setObject(2, entry.day());
                statement.setString(3, entry.blockId());
                statement.setString(4, entry.state().name());
                statement.setBigDecimal(5, new BigDecimal(entry.rho().numerator()));
                statement.setBigDecimal(6, new BigDecimal(entry.rho().denominator()));
                statement.setString(7, entry.inputName().hex());
                statement.setString(8, entry.manifestSha256().hex());
                statement.setString(9, null);
                Instants.set(statement, 10, entry.reservedAt());
                statement.setString(11, entry.entrySha256().hex());
                statement.setBoolean(12, entry.inputName().keyed());
                statement.executeUpdate();
            }
        }
    }

    /** Moves an entry on; the vector is null when the move brings none. The table itself refuses a step back. */
    static void move(Connection connection, LedgerEntry entry, LedgerEntry.State to, Sha256 vector)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "UPDATE privacy_ledger SET state = ?, vector_sha256 = coalesce(?, vector_sha256) WHERE sequence = ?")) {
            statement.setString(1, to.name());
            statement.setString(2, vector == null ? null : vector.hex());
            statement.setLong(3, entry.sequence());
            statement.executeUpdate();
        }
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        String vector = row.getString(9);
        return new LedgerEntry(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                LedgerEntry.State.valueOf(row.getString(4)),
                new Rho(
                        row.getBigDecimal(5).toBigIntegerExact(),
                        row.getBigDecimal(6).toBigIntegerExact()),
                new InputName(row.getString(7), row.getBoolean(12)),
                new Sha256(row.getString(8)),
                vector == null ? null : new Sha256(vector),
                Instants.read(row, 10),
                new Sha256(row.getString(11)));
    }
}
