package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.opsatc.contract.id.TenantId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Signs for one tenant, with a key of its own that the platform's key vouches for.
 *
 * <p>A signature is 161 bytes: version 1 (1 byte), this key's public half (32), the platform's signature of {@code
 * opsatc/v1/delegate, tenant, region, public half} (64), this key's signature of {@code opsatc/v1/signed, tenant, message}
 * (64); both statements are length-prefixed.
 */
public final class Signer implements AutoCloseable {
    private static final int SEED = 32;
    private static final int SIGNATURE = 64;

    private final TenantId tenant;
    private final byte[] seed;
    private final byte[] delegation;
    private boolean closed;

    Signer(TenantId tenant, byte[] seed, byte[] delegation) {
        this.tenant = tenant;
        this.seed = seed;
        this.delegation = delegation;
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Signer readFrom(DataInput in, TenantId tenant) throws IOException {
        byte[] seed = new byte[SEED];
        byte[] delegation = new byte[SIGNATURE];
        in.readFully(seed);
        in.readFully(delegation);
        return new Signer(tenant, seed, delegation);
    }

    /** Writes the ability to sign, in clear, for the tenant's own process on the other end of a pipe. */
    public synchronized void writeTo(DataOutput out) throws IOException {
        requireOpen();
        out.write(seed);
        out.write(delegation);
    }

    /** Signs any bytes. */
    public synchronized byte[] sign(byte[] message) {
        requireOpen();
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            byte[] signature = new Ed25519Sign(pair.getPrivateKey()).sign(Verifier.statement(tenant, message));
            return ByteBuffer.allocate(Verifier.BYTES)
                    .put(Verifier.VERSION)
                    .put(pair.getPublicKey())
                    .put(delegation)
                    .put(signature)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(seed, (byte) 0);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The scope of tenant " + tenant + " is closed");
        }
    }

    @Override
    public String toString() {
        return "Signer[" + tenant + "]";
    }
}
