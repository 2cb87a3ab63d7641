package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.id.TenantId;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The platform's Ed25519 key (RFC 8032), generated once and sealed by the root key. It signs no document itself: it
 * delegates to a {@link Signer} that can sign for one tenant only, so that a tenant's process never holds it.
 */
public final class PlatformSigningKey implements AutoCloseable {
    private static final String NAME = "platform-signing";
    private static final int SEED = 32;

    private final byte[] seed;
    private final byte[] publicKey;
    private boolean closed;

    private PlatformSigningKey(byte[] seed) throws GeneralSecurityException {
        this.seed = seed;
        this.publicKey = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    }

    /** Opens the platform's key, generating it the first time. */
    public static PlatformSigningKey open(SealedSecrets secrets) {
        try {
            if (secrets.find(NAME).isEmpty()) {
                secrets.create(NAME, Random.randBytes(SEED));
            }

            return new PlatformSigningKey(secrets.open(NAME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /** Makes a signer for one tenant. */
    public synchronized Signer delegate(TenantId tenant, Region region) {
        if (closed) {
            throw new IllegalStateException("The platform is closed");
        }

        try {
            byte[] delegateSeed = Random.randBytes(SEED);
            byte[] delegate =
                    Ed25519Sign.KeyPair.newKeyPairFromSeed(delegateSeed).getPublicKey();
            byte[] statement = Verifier.delegation(tenant, region, delegate);
            return new Signer(tenant, delegateSeed, new Ed25519Sign(seed).sign(statement));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /** Checks signatures for one tenant. */
    public Verifier verifier(TenantId tenant, Region region) {
        return new Verifier(tenant, region, publicKey);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public String toString() {
        return "PlatformSigningKey";
    }
}
