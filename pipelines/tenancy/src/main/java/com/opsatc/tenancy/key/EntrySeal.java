package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals the entries of one audit log, each for its place: AES-256-GCM under a key of this purpose alone, with log and index as
 * associated data, so that an entry that was altered, moved, or taken from another log does not open. Prints no key.
 */
public final class EntrySeal {
    private static final String PURPOSE = "audit-entry";

    private final byte[] log;
    private final AesGcmJce cipher;

    private EntrySeal(String log, byte[] key) {
        this.log = log.getBytes(StandardCharsets.UTF_8);
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    static EntrySeal of(TenantKey key, String log) {
        return key.lend(PURPOSE, lent -> new EntrySeal(log, lent));
    }

    public byte[] seal(long index, byte[] entry) {
        try {
            return cipher.encrypt(entry, place(index));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** @throws PipelineException when it is not what was sealed for this place */
    public byte[] open(long index, byte[] sealed) {
        try {
            return cipher.decrypt(sealed, place(index));
        } catch (GeneralSecurityException e) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot open entry " + index
                            + " of the audit log: it was altered, moved, or sealed under another key; restore the database");
        }
    }

    private byte[] place(long index) {
        return LengthPrefixed.of(
                log, ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }

    @Override
    public String toString() {
        return "EntrySeal";
    }
}
