package com.opsatc.tenancy.database;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.PipelineException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The platform database for a library that asks for a {@link DataSource} and works on tables of the platform's own.
 *
 * <p>A connection is made where the database is by now; one that is lost is looked for, and started again where it is ours.
 */
public final class OperatorDataSource implements DataSource {
    private final Supplier<Database> database;
    private final Runnable reach;

    /**
     * @param database where it was last found
     * @param reach finds it again, or fails
     */
    public OperatorDataSource(Supplier<Database> database, Runnable reach) {
        this.database = requireNonNull(database, "database");
        this.reach = requireNonNull(reach, "reach");
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return database.get().open();
        } catch (SQLException lost) {
            try {
                reach.run();
            } catch (PipelineException e) {
                throw new SQLException(e.getMessage(), e);
            }

            return database.get().open();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The platform's own login is the only one");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("Nothing is logged");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("The database's own limit holds");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Nothing is logged");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
