package com.opsatc.tenancy.database;

import com.google.crypto.tink.subtle.Random;
import com.opsatc.tenancy.key.SealedSecrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.postgresql.PGConnection;

/**
 * The role that everything but this class logs in as: it owns the platform's database and is no superuser. Its random
 * password is sealed last, so that a preparation that was killed is done again.
 */
final class ApplicationRole {
    static final String NAME = "opsatc";
    static final String SECRET = "application";

    /** Those that it makes, and no others: PostgreSQL 16. */
    private static final String MAY_MAKE_ROLES = "CREATEROLE";

    private static final int PASSWORD_BYTES = 32;

    private final Database admin;
    private final SealedSecrets secrets;

    ApplicationRole(Database admin, SealedSecrets secrets) {
        this.admin = admin;
        this.secrets = secrets;
    }

    /** Makes the role and its database, unless that was done before, by a release that gave it all that this one does. */
    void prepare() {
        if (secrets.find(SECRET).isEmpty()) {
            renew();
        } else {
            admin.transact(
                    "prepare the application's role",
                    handle -> handle.execute("ALTER ROLE " + NAME + " " + MAY_MAKE_ROLES));
        }
    }

    /** As {@link #prepare}, and gives the role a new password in any case: no other server that knew the old one has it. */
    void renew() {
        byte[] secret = Random.randBytes(PASSWORD_BYTES);
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN NOSUPERUSER NOCREATEDB");
            }

            statement.execute("ALTER ROLE " + NAME + " " + MAY_MAKE_ROLES);
            // Hashed by the driver: the server never sees, nor logs, the password.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(NAME, EmbeddedPostgres.hex(secret.clone()), "scram-sha-256");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }

            statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
            statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            secrets.replace(SECRET, secret);
        } catch (SQLException e) {
            throw Database.failed("prepare the application's role", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            return statement.executeQuery().next();
        }
    }
}
