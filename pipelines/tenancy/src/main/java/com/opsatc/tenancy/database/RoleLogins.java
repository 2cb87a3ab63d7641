package com.opsatc.tenancy.database;

import com.google.crypto.tink.subtle.Hkdf;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.key.LengthPrefixed;
import com.opsatc.tenancy.key.TenantKey;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Logins to the platform database with fewer rights than its owner's: one for each {@link PlatformRole}, and one for every tenant.
 *
 * <p>Guarantee: a tenant's login reads and writes rows of that tenant alone, whatever statement it is brought to send; the server
 * sees to it. Passwords are stored nowhere: they are derived from the owner's, which a copied home renews, a tenant's from the
 * tenant's key as well. A role that is missing, or has the password of another secret, is made or gets its own.
 */
public final class RoleLogins {
    private static final String PURPOSE = "database-login";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    /** Two commands that make one role wait for each other; the number is this class's own. */
    private static final long LOCK = 7_203_446_018_205_411L;

    private RoleLogins() {}

    /** The database as a platform role; the caller closes it. */
    @OnlyFor("com.opsatc.tenancy.scope")
    public static Database of(Database owner, PlatformRole role) {
        return owner.lendPassword(password -> {
            byte[] secret = derived(password, "opsatc/v1", PURPOSE, role.symbol());
            return login(owner, "log in as " + role.symbol(), "SELECT platform_role(?)", role.symbol(), secret);
        });
    }

    /** The database as a tenant; the caller closes it. */
    @OnlyFor("com.opsatc.tenancy.scope")
    public static Database of(Database owner, TenantKey key) {
        String tenant = key.tenant().value();
        return key.lend(
                PURPOSE,
                own -> owner.lendPassword(password -> {
                    byte[] secret = derived(LengthPrefixed.of(own, password), "opsatc/v1", PURPOSE, "tenant");
                    return login(owner, "log in as tenant " + tenant, "SELECT tenant_role(?)", tenant, secret);
                }));
    }

    /** Removes a tenant's login, if it has one. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public static void remove(Handle handle, TenantId tenant) {
        String role = name(handle, "SELECT tenant_role(?)", tenant.value());
        handle.execute("DELETE FROM login WHERE role = ?", role);
        handle.execute("DROP ROLE IF EXISTS " + role);
    }

    /** @param secret zeroed here */
    private static Database login(Database owner, String action, String naming, String of, byte[] secret) {
        String id = HexFormat.of().formatHex(derived(secret, "opsatc/v1", PURPOSE, "id"), 0, ID_BYTES);
        char[] password = EmbeddedPostgres.hex(secret);
        try {
            String role = owner.transact(action, handle -> {
                String name = name(handle, naming, of);
                if (!isOf(handle, name, id)) {
                    handle.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
                    make(handle, name, id, password);
                }

                return name;
            });
            return owner.as(role, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static String name(Handle handle, String naming, String of) {
        return handle.createQuery(naming).bind(0, of).mapTo(String.class).one();
    }

    private static boolean isOf(Handle handle, String role, String id) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM login WHERE role = ? AND key_id = ?)")
                .bind(0, role)
                .bind(1, id)
                .mapTo(boolean.class)
                .one();
    }

    private static void make(Handle handle, String role, String id, char[] password) throws SQLException {
        boolean known = handle.createQuery("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)")
                .bind(0, role)
                .mapTo(boolean.class)
                .one();
        if (!known) {
            handle.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
            handle.execute("GRANT " + name(handle, "SELECT platform_role(?)", "tenants") + " TO " + role);
        }

        // Hashed by the driver, which zeroes what it is given: the server never sees, nor logs, the password.
        handle.getConnection().unwrap(PGConnection.class).alterUserPassword(role, password.clone(), "scram-sha-256");
        handle.execute(
                "INSERT INTO login (role, key_id) VALUES (?, ?)"
                        + " ON CONFLICT (role) DO UPDATE SET key_id = excluded.key_id",
                role,
                id);
    }

    private static byte[] derived(byte[] secret, String... info) {
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, new byte[0], LengthPrefixed.of(info), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not available", e);
        }
    }
}
