package com.opsatc.tenancy.key.local;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.key.RootKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The key of a {@link RootKeyFile}: AES-256-GCM with a random 96-bit nonce a secret. */
final class LocalRootKey implements RootKey {
    private static final byte FORMAT = 1;

    private final byte[] key;
    private boolean closed;

    LocalRootKey(byte[] key) {
        this.key = key;
    }

    @Override
    public byte[] wrap(byte[] secret, byte[] context) {
        try {
            byte[] sealed = cipher().encrypt(secret, context);
            byte[] wrapped = new byte[sealed.length + 1];
            wrapped[0] = FORMAT;
            System.arraycopy(sealed, 0, wrapped, 1, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        if (wrapped.length == 0 || wrapped[0] != FORMAT) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot open a sealed secret: its format is unknown; it was written by a newer release or altered");
        }

        try {
            return cipher().decrypt(Arrays.copyOfRange(wrapped, 1, wrapped.length), context);
        } catch (GeneralSecurityException e) {
            throw new PipelineException(
                    ErrorCode.STORE,
                    "Cannot open a sealed secret: it was altered, moved, or sealed by another root key; use the root key"
                            + " that this home was created with");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }

    /** Not while another thread closes: what is sealed under zeroes is sealed for nobody. */
    private synchronized AesGcmJce cipher() throws GeneralSecurityException {
        if (closed) {
            throw new IllegalStateException("The root key is closed");
        }

        return new AesGcmJce(key);
    }

    @Override
    public String toString() {
        return "LocalRootKey";
    }
}
