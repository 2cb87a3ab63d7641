package com.opsatc.tenancy.database;

import java.io.DataOutput;
import java.io.IOException;
import java.sql.Connection;
import java.util.SortedMap;

/**
 * The platform database as one scope uses it, in the role that the scope's purpose gives it. It has no way to the schema:
 * {@link Migrations} does not take it.
 */
public final class TenantDatabase {
    private final Database database;
    private final DatabaseRole role;

    public TenantDatabase(Database database, DatabaseRole role) {
        this.database = database;
        this.role = role;
    }

    /** As {@link Database#transact}; in a reader's transaction a statement that changes something fails. */
    public <T> T transact(String action, Database.Work<T> work) {
        return database.transact(action, role, work);
    }

    /** A new connection in auto-commit, which the caller closes: for a lock that lives as long as it. */
    public Connection connect() {
        return database.connect();
    }

    /** As {@link Database#writeTo}. */
    public void writeTo(DataOutput out) throws IOException {
        database.writeTo(out);
    }

    public String url() {
        return database.url();
    }

    /** As {@link Database#connectionProperties}. */
    public SortedMap<String, String> connectionProperties() {
        return database.connectionProperties();
    }

    @Override
    public String toString() {
        return database + " as " + role;
    }
}
