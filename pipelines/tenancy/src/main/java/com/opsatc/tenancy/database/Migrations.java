package com.opsatc.tenancy.database;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.OnlyFor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema of the platform database, one migration path for the embedded server and for one's own. */
public final class Migrations {
    /** The newest file in {@code db/migration}. */
    static final String LATEST = "8";

    private Migrations() {}

    /** Brings the schema to this release's version; costs one query when it is there already. */
    @OnlyFor("com.opsatc.tenancy.scope")
    public static void apply(Database database) {
        if (current(database)) {
            return;
        }

        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.url(), null, null)
                    .jdbcProperties(database.connectionProperties())
                    .locations("classpath:db/migration")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new PipelineException(
                    ErrorCode.DATABASE,
                    "Cannot bring the platform database to schema version " + LATEST
                            + ": a migration failed; the database is unchanged, see the server's log",
                    e);
        }
    }

    private static boolean current(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
            return known.next() && known.getBoolean(1) && latestApplied(connection);
        } catch (SQLException e) {
            throw Database.failed("read the version of the platform database", e);
        }
    }

    private static boolean latestApplied(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT 1 FROM flyway_schema_history WHERE version = ? AND success")) {
            statement.setString(1, LATEST);
            return statement.executeQuery().next();
        }
    }
}
