package com.opsatc.tenancy.database;

import com.google.crypto.tink.subtle.Hex;
import com.google.crypto.tink.subtle.Random;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The database passwords of this process, by a reference that means nothing elsewhere: configuration, logs and what is
 * serialised hold the reference, and {@link RingPassword} looks it up when a connection is made.
 */
final class PasswordRing {
    private static final Map<String, char[]> PASSWORDS = new ConcurrentHashMap<>();

    private PasswordRing() {}

    /** Keeps a copy of the password and returns its reference. */
    static String register(char[] password) {
        String reference = "db-" + Hex.encode(Random.randBytes(8));
        PASSWORDS.put(reference, password.clone());
        return reference;
    }

    /** A copy of the password, which the caller zeroes. */
    static char[] copy(String reference) {
        char[] password = PASSWORDS.get(reference);
        if (password == null) {
            throw new IllegalStateException("The database is closed in this process");
        }

        return password.clone();
    }

    static void remove(String reference) {
        char[] password = PASSWORDS.remove(reference);
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }
}
