package com.opsatc.tenancy.database;

import java.util.Properties;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Answers the JDBC driver's question for a password out of this process's ring, so that no configuration holds one.
 *
 * <p>Guarantee: the password is used for SCRAM alone, in which the server proves that it knows the password too; a process
 * that has taken over the server's port and asks for it in clear is refused.
 */
public final class RingPassword implements AuthenticationPlugin {
    /** The connection property that names the password. */
    public static final String REFERENCE = "opsatc.password-ref";

    private final String reference;

    /** Called by the driver with the connection's properties. */
    public RingPassword(Properties properties) {
        this.reference = properties.getProperty(REFERENCE, "");
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
        if (type != AuthenticationRequestType.SASL) {
            throw new PSQLException(
                    "The server asks for the password by " + type + "; only scram-sha-256 is answered",
                    PSQLState.CONNECTION_REJECTED);
        }

        return PasswordRing.copy(reference);
    }
}
