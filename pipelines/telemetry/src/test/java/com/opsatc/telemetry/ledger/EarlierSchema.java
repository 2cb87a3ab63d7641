package com.opsatc.telemetry.ledger;

import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.Migrations;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of an earlier version, as that version did. */
public final class EarlierSchema {
    private EarlierSchema() {}

    public static void apply(Database database, String version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.url(), null, null)
                .jdbcProperties(database.connectionProperties())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
