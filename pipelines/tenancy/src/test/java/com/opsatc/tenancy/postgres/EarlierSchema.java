package com.opsatc.tenancy.postgres;

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
