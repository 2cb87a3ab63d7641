package com.opsatc.tenancy.database;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The platform database: where it is, and the right to log in, without the password in any text.
 *
 * <p>Guarantee: on every connection, also on one that another library makes by {@link #connectionProperties}, the server has
 * proved who it is before a statement is sent, and was never sent the password. Limit: by which of the two ways, see the URL.
 *
 * <p>Errors carry the SQL state, never a statement's values. Closing forgets the password; connections stay open.
 */
public final class Database implements AutoCloseable {
    private static final int SECONDS_TO_CONNECT = 10;

    /** The driver logs what it also throws, with the server's words in it: only what is thrown is told. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final DatabaseUrl url;
    private final String user;
    private final String reference;
    private final Optional<ConnectionPool> pool;
    private final Jdbi statements;

    private Database(DatabaseUrl url, String user, String reference, int kept) {
        this.url = url;
        this.user = user;
        this.reference = reference;
        this.pool = kept == 0
                ? Optional.empty()
                : Optional.of(new ConnectionPool(url.text(), connectionProperties(), kept));
        this.statements = Jdbi.create(() -> pool.isPresent() ? pool.get().borrow() : open())
                .installPlugin(new SqlValues());
    }

    /**
     * A server of your own, by JDBC URL; the user must own the database it names, and may make roles (CREATEROLE).
     *
     * @throws PipelineException for a URL that is not PostgreSQL's, that carries a user or a password, or by which the server
     *     need not prove who it is
     */
    public static Database external(String url, String user, char[] password) {
        Objects.requireNonNull(user, "user");
        return new Database(DatabaseUrl.of(url), user, PasswordRing.register(password), 0);
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Database readFrom(DataInput in) throws IOException {
        String url = in.readUTF();
        String user = in.readUTF();
        char[] password = new char[in.readUnsignedShort()];
        for (int i = 0; i < password.length; i++) {
            password[i] = in.readChar();
        }

        try {
            return external(url, user, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Writes place, user and password, in clear, for the tenant's own process on the other end of a pipe. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(url.text());
        out.writeUTF(user);
        char[] password = PasswordRing.copy(reference);
        try {
            out.writeShort(password.length);
            for (char c : password) {
                out.writeChar(c);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    public String url() {
        return url.text();
    }

    /** What another library's connections need besides the URL: user, and where this process finds the password. */
    public SortedMap<String, String> connectionProperties() {
        SortedMap<String, String> properties = url.proof();
        properties.put("user", user);
        properties.put("authenticationPluginClassName", RingPassword.class.getName());
        properties.put(RingPassword.REFERENCE, reference);
        properties.put("ApplicationName", "opsatc");
        properties.put("connectTimeout", Integer.toString(SECONDS_TO_CONNECT));
        properties.put("tcpKeepAlive", "true");
        properties.put("logServerErrorDetail", "false");

        return properties;
    }

    /** The same database by another login, whose password is copied; the caller closes it. */
    Database as(String role, char[] password) {
        return new Database(url, role, PasswordRing.register(password), 0);
    }

    /** Lends the password's bytes to a function; the array is zeroed when that returns. */
    <T> T lendPassword(Function<byte[], T> use) {
        char[] password = PasswordRing.copy(reference);
        byte[] bytes = new byte[Character.BYTES * password.length];
        ByteBuffer.wrap(bytes).asCharBuffer().put(password);
        try {
            return use.apply(bytes);
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The same login, whose transactions share connections that stay open; closing either forgets the password of both. */
    public Database keeping(int connections) {
        return new Database(url, user, reference, connections);
    }

    /** A new connection, in auto-commit; the caller closes it. */
    public Connection connect() {
        try {
            return open();
        } catch (SQLException e) {
            throw failed("reach the platform database", e);
        }
    }

    /** Runs work in one transaction and commits, or rolls back and passes the failure on. */
    public <T> T transact(String action, Work<T> work) {
        return transact(action, DatabaseRole.WRITER, work);
    }

    <T> T transact(String action, DatabaseRole role, Work<T> work) {
        try (Handle handle = statements.open()) {
            handle.setReadOnly(role == DatabaseRole.READER);
            return handle.inTransaction(work::run);
        } catch (SQLException e) {
            throw failed(action, e);
        } catch (JdbiException e) {
            throw failed(action, answer(e));
        }
    }

    /** Closes connections that were kept; what is under way fails. */
    public void drain() {
        pool.ifPresent(ConnectionPool::close);
    }

    /** Forgets the password. */
    @Override
    public void close() {
        drain();
        PasswordRing.remove(reference);
    }

    /** Statements of one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Handle handle) throws SQLException;
    }

    /** What the database said; the words of the library around it, which may repeat a statement, are dropped. */
    private static SQLException answer(JdbiException failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }

        if (cause == null) {
            throw failure;
        }

        return (SQLException) cause;
    }

    /** An error with the SQL state and no values. */
    public static PipelineException failed(String action, SQLException cause) {
        return new PipelineException(
                ErrorCode.DATABASE, "Cannot " + action + ": " + DatabaseAnswer.words(cause), cause);
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(connectionProperties());
        return DriverManager.getConnection(url.text(), properties);
    }

    @Override
    public String toString() {
        return "Database[" + url.text() + "]";
    }
}
