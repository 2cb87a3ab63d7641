package com.opsatc.tenancy.store;

import com.google.crypto.tink.subtle.PrfHmacJce;
import com.opsatc.tenancy.key.TenantKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The 60 bytes in front of every stored file, format version 1. Integers are big-endian.
 *
 * <pre>
 *  offset size
 *       0    6  magic, ASCII "OPSATC"
 *       6    1  format version, 1
 *       7    1  purpose: 1 tables, 2 documents, 3 slots, 4 logs, 5 telemetry
 *       8    4  key version
 *      12   16  region, ASCII, padded with zero bytes
 *      28   32  key commitment: HMAC-SHA256 under the purpose key of the label "opsatc/v1 commitment" and bytes 0 to 27
 * </pre>
 *
 * <p>The commitment is what makes a file openable under one key only: AES-GCM alone can be made to decrypt under two.
 */
record FileHeader(byte purposeCode, int keyVersion, String region) {
    static final int SIZE = 60;

    private static final int KEY_VERSION = 8;
    private static final int COMMITTED = 28;
    private static final int COMMITMENT = SIZE - COMMITTED;
    private static final int REGION = 16;
    private static final byte FORMAT = 1;
    private static final byte[] MAGIC = "OPSATC".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LABEL = "opsatc/v1 commitment".getBytes(StandardCharsets.US_ASCII);

    /** The header of a file about to be written. */
    static FileHeader of(TenantKey key, DataPurpose purpose) {
        return new FileHeader(purpose.code(), key.version(), key.region().value());
    }

    /** The whole header, commitment included. */
    byte[] seal(byte[] purposeKey) {
        byte[] plain = plain();
        return ByteBuffer.allocate(SIZE)
                .put(plain)
                .put(commitment(purposeKey, plain))
                .array();
    }

    /** Why a header cannot be read here at all; empty when it can. */
    static Optional<String> refuseFormat(byte[] stored) {
        if (!same(stored, MAGIC, MAGIC.length)) {
            return Optional.of("it is not an encrypted file of this platform");
        }

        return stored[MAGIC.length] == FORMAT
                ? Optional.empty()
                : Optional.of("its format version is " + stored[MAGIC.length] + ", this release reads " + FORMAT);
    }

    /** The version of the key that a header names. */
    static int keyVersion(byte[] stored) {
        return ByteBuffer.wrap(stored).getInt(KEY_VERSION);
    }

    /** Why a header that can be read is not the one expected here; empty when it is. */
    Optional<String> refuse(byte[] stored, byte[] purposeKey) {
        byte[] plain = plain();
        if (!same(stored, plain, COMMITTED)) {
            return Optional.of("its header is for another purpose or region");
        }

        byte[] claimed = Arrays.copyOfRange(stored, COMMITTED, SIZE);
        return MessageDigest.isEqual(claimed, commitment(purposeKey, plain))
                ? Optional.empty()
                : Optional.of("it was written under another key");
    }

    private byte[] plain() {
        return ByteBuffer.allocate(COMMITTED)
                .put(MAGIC)
                .put(FORMAT)
                .put(purposeCode)
                .putInt(keyVersion)
                .put(Arrays.copyOf(region.getBytes(StandardCharsets.US_ASCII), REGION))
                .array();
    }

    private static byte[] commitment(byte[] purposeKey, byte[] plain) {
        try {
            byte[] message = ByteBuffer.allocate(LABEL.length + plain.length)
                    .put(LABEL)
                    .put(plain)
                    .array();
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(purposeKey, "HMAC")).compute(message, COMMITMENT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }

    private static boolean same(byte[] a, byte[] b, int length) {
        return Arrays.equals(a, 0, length, b, 0, length);
    }
}
