package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.aggregate.bound.Pseudonym;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms: HMAC-SHA-256 under the day's key of the parts after their lengths, the kind first, so that no tenant and no
 * user can be taken for another. Not safe for use by two threads.
 */
final class Pseudonyms {
    private static final String HMAC = "HmacSHA256";

    private final DayKeys keys;
    private final Map<Integer, Mac> macs = new HashMap<>();

    Pseudonyms(DayKeys keys) {
        this.keys = keys;
    }

    Pseudonym tenant(int day, String tenant) {
        return of(day, LengthPrefixed.of("tenant", tenant));
    }

    /** @param user empty for the one user that stands for all who are not named */
    Pseudonym user(int day, String tenant, String user) {
        return of(day, LengthPrefixed.of("user", tenant, user));
    }

    private Pseudonym of(int day, byte[] parts) {
        ByteBuffer hash = ByteBuffer.wrap(macs.computeIfAbsent(day, this::mac).doFinal(parts));
        return new Pseudonym(hash.getLong(), hash.getLong());
    }

    private Mac mac(int day) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(keys.key(day), HMAC));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
