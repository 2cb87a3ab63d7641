package com.opsatc.tenancy.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque numbers that stand for who or what did something: of one tenant and month equal names have equal numbers, and nothing
 * else can be told of them.
 *
 * <p>Guarantee: HMAC-SHA256 under a key of this purpose alone, cut to 63 bits. Without the tenant's key nobody can test a name
 * against a number, and with another month's number none of this one's can be found. There is no map back. Not thread-safe.
 */
public final class ActorSlots {
    private static final String PURPOSE = "actor-slot";
    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    ActorSlots(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " is not available", e);
        }
    }

    static ActorSlots of(TenantKey key) {
        return key.lend(PURPOSE, ActorSlots::new);
    }

    /**
     * The number of a name in a month, never negative.
     *
     * @param month a number that every month has one of
     */
    public long slot(String name, int month) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, month));
        return ByteBuffer.wrap(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                & Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "ActorSlots";
    }
}
