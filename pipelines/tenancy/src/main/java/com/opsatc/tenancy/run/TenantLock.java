package com.opsatc.tenancy.run;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.scope.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The right to run one tenant: at most one process has it. It is the database's advisory lock on a connection of its own,
 * so that it ends with its holder, however that ends.
 */
public final class TenantLock implements AutoCloseable {
    private final TenantId tenant;
    private final Connection connection;

    private TenantLock(TenantId tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    /**
     * Takes the lock without waiting.
     *
     * @throws LockedException when another process, or another lock of this one, has it
     */
    public static TenantLock acquire(TenantScope scope) {
        return acquire(scope.database().connect(), scope.tenant());
    }

    /** Takes the lock of a tenant that no scope can be opened for any more. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public static TenantLock acquire(Database database, TenantId tenant) {
        return acquire(database.connect(), tenant);
    }

    private static TenantLock acquire(Connection connection, TenantId tenant) {
        try {
            if (call(connection, "SELECT pg_try_advisory_lock(?)", tenant)) {
                return new TenantLock(tenant, connection);
            }

            connection.close();
        } catch (SQLException e) {
            throw Database.failed("lock tenant " + tenant, e);
        }
        throw new LockedException(tenant);
    }

    /** Fails when the lock was lost with its connection, so that another process may have it. */
    public void requireHeld() {
        try {
            if (!connection.isValid(5)) {
                throw new PipelineException(
                        ErrorCode.LOCKED,
                        "Cannot go on with tenant " + tenant + ": its lock was lost with the database's"
                                + " connection; run again");
            }
        } catch (SQLException e) {
            throw Database.failed("check the lock of tenant " + tenant, e);
        }
    }

    /** Gives the lock back; may be called again. One that was lost with its connection is given back already. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            return; // what the run came to is its result, whatever became of the connection after it
        }
    }

    private static boolean call(Connection connection, String sql, TenantId tenant) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number(tenant));
            ResultSet row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    /** Locks are 64-bit numbers: the first bits of a digest, so that two tenants practically never share one. */
    private static long number(TenantId tenant) {
        return Long.parseUnsignedLong(
                Sha256.of("opsatc/v1 run " + tenant.value()).hex().substring(0, 16), 16);
    }
}
