package com.opsatc.tenancy.audit;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.audit.SealedActor;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.key.EntrySeal;
import com.opsatc.tenancy.key.LengthPrefixed;
import com.opsatc.tenancy.key.Subject;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * The entries of a tenant's audit log.
 *
 * <p>Guarantee: an entry is added in the transaction of what it records, and the database forces that to disk before it answers;
 * what cannot be recorded does not happen. Entries have the numbers from 0 without gaps, in the order of their times. Limit: that
 * none is altered or lost is for the log's tree and its witnesses to prove.
 */
public final class AuditEntries {
    private static final byte LEAF = 0;
    private static final String NOWHERE = "";
    private static final int FETCH = 2_000;

    /** Bytes as they are, instead of as hexadecimal digits, which a statement that is executed once would get. */
    private static final StatementCustomizer BINARY = new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        }
    };

    private AuditEntries() {}

    /** Records what was done, in a transaction of its own; its number. */
    public static long append(TenantScope scope, AuditAction action, String object, Map<String, String> details) {
        return scope.log()
                .database()
                .transact(
                        "record in the audit log of tenant " + scope.tenant(),
                        handle -> append(handle, scope, action, object, details));
    }

    /**
     * As {@link #append(TenantScope, AuditAction, String, Map)}, for who came from elsewhere.
     *
     * @param address where from; sealed with the name, and forgotten with it
     */
    public static long appendFrom(
            String address, TenantScope scope, AuditAction action, String object, Map<String, String> details) {
        return scope.log()
                .database()
                .transact(
                        "record in the audit log of tenant " + scope.tenant(),
                        handle -> add(handle, scope, address, action, object, details));
    }

    /**
     * Records what was done to several things at once, in a transaction of its own.
     *
     * @param objects what it was done to, each with its details, in their order
     */
    public static void append(TenantScope scope, AuditAction action, Map<String, Map<String, String>> objects) {
        scope.log().database().transact("record in the audit log of tenant " + scope.tenant(), handle -> {
            objects.forEach((object, details) -> append(handle, scope, action, object, details));
            return null;
        });
    }

    /**
     * Records what is done in a transaction; its number. The log is locked until that ends, so that this belongs at its end.
     *
     * @param object what it is done to, in at most 400 characters
     * @param details by name; never a cell value or a person
     */
    public static long append(
            Handle handle, TenantScope scope, AuditAction action, String object, Map<String, String> details) {
        return add(handle, scope, NOWHERE, action, object, details);
    }

    /** How many entries there are. */
    public static long size(TenantScope scope) {
        return scope.log()
                .database()
                .transact(
                        "read the audit log of tenant " + scope.tenant(),
                        handle -> last(handle, scope).orElse(0L));
    }

    /** Hands over the entries from a number on, in order; it holds one batch of them at a time. */
    public static void read(TenantScope scope, long from, Consumer<StoredEntry> reader) {
        scope.log().database().transact("read the audit log of tenant " + scope.tenant(), handle -> {
            handle.createQuery("SELECT number, leaf, entry FROM audit_entry WHERE log = :log AND number >= :from"
                            + " ORDER BY number")
                    .bind("log", scope.log().id())
                    .bind("from", from)
                    .setFetchSize(FETCH)
                    .addCustomizer(BINARY)
                    .map((row, context) -> new StoredEntry(row.getLong(1), row.getBytes(2), row.getBytes(3)))
                    .forEach(reader);
            return null;
        });
    }

    /** Hands over the hashes of all entries, in order: what the tree is made of. */
    public static void leaves(TenantScope scope, Consumer<byte[]> reader) {
        scope.log().database().transact("read the audit log of tenant " + scope.tenant(), handle -> {
            handle.createQuery("SELECT leaf FROM audit_entry WHERE log = :log ORDER BY number")
                    .bind("log", scope.log().id())
                    .setFetchSize(FETCH)
                    .addCustomizer(BINARY)
                    .map((row, context) -> row.getBytes(1))
                    .forEach(reader);
            return null;
        });
    }

    /** One entry as it was added, opened; empty when there is none of this number. */
    public static Optional<byte[]> find(TenantScope scope, long number) {
        return scope.log()
                .database()
                .transact(
                        "read the audit log of tenant " + scope.tenant(),
                        handle -> handle.createQuery(
                                        "SELECT leaf, entry FROM audit_entry WHERE log = :log AND number = :number")
                                .bind("log", scope.log().id())
                                .bind("number", number)
                                .map((row, context) ->
                                        new StoredEntry(number, row.getBytes("leaf"), row.getBytes("entry")))
                                .findOne())
                .map(entry -> open(scope, entry));
    }

    /**
     * Opens an entry's seal: the leaf of the tree.
     *
     * @throws com.opsatc.contract.error.PipelineException when it is not what was added under this number
     */
    public static byte[] open(TenantScope scope, StoredEntry entry) {
        return opener(scope).apply(entry);
    }

    /** As {@link #open}, for many entries: the key is derived once. */
    public static Function<StoredEntry, byte[]> opener(TenantScope scope) {
        EntrySeal seal = scope.log().seal();
        return entry -> seal.open(entry.number(), entry.sealed());
    }

    /** Who did what an entry says, and where from, if it was elsewhere; empty when the key of that person is destroyed. */
    public static Optional<String> actor(TenantScope scope, AuditEntry entry) {
        byte[] sealed = Base64.getDecoder().decode(entry.actor().sealed());
        return scope.log()
                .subjects()
                .find(entry.actor().subject())
                .flatMap(subject -> subject.open(sealed, place(scope, entry.index())))
                .map(name -> new String(name, StandardCharsets.UTF_8));
    }

    /** Empty before the log began. */
    private static Optional<Long> last(Handle handle, TenantScope scope) {
        return handle.createQuery("SELECT size FROM audit_log WHERE log = :log")
                .bind("log", scope.log().id())
                .mapTo(Long.class)
                .findOne();
    }

    /** An installation of before the log has heads that no entry published: what they are is fixed from here on. */
    private static void begin(Handle handle, TenantScope scope) {
        int begun = handle.execute(
                "INSERT INTO audit_log (log, size, last_us) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                scope.log().id());
        if (begun == 0) {
            return; // another transaction was first, and this one waited for it
        }

        add(
                handle,
                scope,
                NOWHERE,
                AuditAction.LOG_BEGAN,
                scope.tenant().value(),
                Map.of("region", scope.region().value()));
        handle.createQuery(
                        "SELECT sequence, run_id, manifest_sha256 FROM head WHERE tenant = :tenant ORDER BY sequence")
                .bind("tenant", scope.tenant())
                .mapToMap()
                .list()
                .forEach(head -> add(
                        handle,
                        scope,
                        NOWHERE,
                        AuditAction.HEAD_KNOWN,
                        head.get("run_id").toString(),
                        Map.of(
                                "sequence", head.get("sequence").toString(),
                                "manifest_sha256", head.get("manifest_sha256").toString())));
    }

    private static long add(
            Handle handle,
            TenantScope scope,
            String address,
            AuditAction action,
            String object,
            Map<String, String> details) {
        long[] place = next(handle, scope)
                .or(() -> {
                    begin(handle, scope);
                    return next(handle, scope);
                })
                .orElseThrow();
        long number = place[0];
        byte[] entry = CanonicalJson.write(new AuditEntry(
                number,
                place[1],
                scope.tenant(),
                action,
                object,
                sealed(scope, number, address),
                scope.role().name(),
                scope.source().name(),
                new TreeMap<>(details)));
        handle.execute(
                "INSERT INTO audit_entry (log, number, leaf, entry) VALUES (?, ?, ?, ?)",
                scope.log().id(),
                number,
                leaf(entry),
                scope.log().seal().seal(number, entry));
        return number;
    }

    /** Number and time of the next entry, whose log is locked from here on, however long that was waited for; empty before it began. */
    private static Optional<long[]> next(Handle handle, TenantScope scope) {
        return handle.createQuery("UPDATE audit_log SET size = size + 1, last_us = greatest(last_us,"
                        + " (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)"
                        + " WHERE log = :log RETURNING size - 1 AS number, last_us")
                .bind("log", scope.log().id())
                .map((row, context) -> new long[] {row.getLong("number"), row.getLong("last_us")})
                .findOne();
    }

    private static SealedActor sealed(TenantScope scope, long number, String address) {
        Subject own = scope.log().subjects().own();
        String from = address.isEmpty() ? "" : " from " + address;
        byte[] personal = (scope.actor().name() + from).getBytes(StandardCharsets.UTF_8);
        return new SealedActor(own.id(), Base64.getEncoder().encodeToString(own.seal(personal, place(scope, number))));
    }

    private static byte[] place(TenantScope scope, long number) {
        return LengthPrefixed.of(
                scope.log().id().getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** RFC 6962, section 2.1; the tree itself is computed above. */
    private static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(entry);
    }
}
