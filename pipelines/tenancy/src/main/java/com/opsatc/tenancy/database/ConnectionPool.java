package com.opsatc.tenancy.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.SortedMap;

/** Connections that are kept open and lent, for a process that asks the database often; a login costs more than a question. */
final class ConnectionPool implements AutoCloseable {
    private static final long LONGEST_WAIT_MS = 5_000;
    private static final long IDLE_MS = 60_000;

    private final HikariDataSource connections;

    /** Makes no connection yet. */
    ConnectionPool(String url, SortedMap<String, String> login, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("opsatc");
        config.setJdbcUrl(url);
        Properties properties = new Properties();
        properties.putAll(login);
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MS);
        config.setConnectionTimeout(LONGEST_WAIT_MS);
        config.setInitializationFailTimeout(-1);
        this.connections = new HikariDataSource(config);
    }

    /** A connection in auto-commit, given back by closing it. */
    Connection borrow() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public void close() {
        connections.close();
    }
}
