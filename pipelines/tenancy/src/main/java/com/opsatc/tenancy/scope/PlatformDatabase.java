package com.opsatc.tenancy.scope;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.EmbeddedPostgres;
import com.opsatc.tenancy.database.PlatformRole;
import com.opsatc.tenancy.database.RoleLogins;
import com.opsatc.tenancy.key.TenantKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The platform database where it is by now, and each login to it: a home's own server is found again, or started, when it was
 * lost. Which login may do what is in {@code docs/database-roles.md}.
 *
 * <p>Safe for use by several threads. Closing it forgets the passwords.
 */
final class PlatformDatabase implements AutoCloseable {
    private final Optional<EmbeddedPostgres> server;
    private final List<Database> lost = new ArrayList<>();
    private final Map<PlatformRole, Database> logins = new EnumMap<>(PlatformRole.class);
    private volatile Database owner;
    private int kept;

    private PlatformDatabase(Optional<EmbeddedPostgres> server, Database owner) {
        this.server = server;
        this.owner = owner;
    }

    /** A home's own, started when it does not run. */
    static PlatformDatabase embedded(EmbeddedPostgres server) {
        return new PlatformDatabase(Optional.of(server), server.start());
    }

    /** A server of one's own, by the login that owns it. */
    static PlatformDatabase external(Database owner) {
        return new PlatformDatabase(Optional.empty(), owner);
    }

    /** By the login that owns it. */
    Database owner() {
        return owner;
    }

    /** By the login of a role; it stays open until this is closed. */
    synchronized Database as(PlatformRole role) {
        return logins.computeIfAbsent(role, missing -> {
            Database login = RoleLogins.of(owner, role);
            return kept == 0 ? login : login.keeping(kept);
        });
    }

    /** By a tenant's login; the caller closes it. */
    Database as(TenantKey tenant) {
        return RoleLogins.of(owner, tenant);
    }

    /** From now on so many connections of each role stay open. */
    synchronized void keep(int most) {
        kept = most;
        forgetLogins();
    }

    /** As {@link Tenancy#reach}. */
    void reach() {
        Database known = owner;
        try (Connection connection = known.connect()) {
            connection.isValid(1);
        } catch (PipelineException e) {
            if (server.isEmpty()) {
                throw e;
            }
            revive(known);
        } catch (SQLException e) {
            throw Database.failed("reach the platform database", e);
        }
    }

    Optional<EmbeddedPostgres> server() {
        return server;
    }

    @Override
    public synchronized void close() {
        lost.forEach(Database::close);
        logins.values().forEach(Database::close);
        owner.close();
    }

    /** Of several threads that lost the same server, one starts it. */
    private synchronized void revive(Database known) {
        if (owner == known) {
            Database found = server.orElseThrow().start();
            lost.add(known);
            forgetLogins();
            owner = found;
        }
    }

    /** Scopes that are open keep theirs, which are closed with this. */
    private void forgetLogins() {
        logins.values().forEach(login -> {
            lost.add(login);
            login.drain();
        });
        logins.clear();
    }
}
