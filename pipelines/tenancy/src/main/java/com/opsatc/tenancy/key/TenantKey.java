package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Hkdf;
import com.opsatc.contract.id.TenantId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * One tenant's key: everything the tenant owns is encrypted under keys derived from it, one a purpose.
 *
 * <p>Guarantee: the bytes leave this class only as a derived key lent to a function, or in a hand-over to the tenant's own
 * process; after {@link #close} they are zero and every use fails. Limit: copies inside a cipher live until they are
 * collected. Derivation: HKDF-SHA256 (RFC 5869) with a length-prefixed info of label, region, tenant, purpose, key version.
 */
public final class TenantKey implements AutoCloseable {
    /** The version of keys made by this release; a rotation counts up. */
    static final int CURRENT_VERSION = 1;

    static final int BYTES = 32;
    private static final String LABEL = "opsatc/v1";

    private final TenantId tenant;
    private final Region region;
    private final int version;
    private final byte[] secret;
    private boolean closed;

    private TenantKey(TenantId tenant, Region region, int version, byte[] secret) {
        this.tenant = Objects.requireNonNull(tenant, "tenant");
        this.region = Objects.requireNonNull(region, "region");
        this.version = version;
        this.secret = secret;
    }

    /** Derives a version of the tenant's key from its random salt, which the caller zeroes. */
    static TenantKey fromSalt(TenantId tenant, Region region, int version, byte[] salt) {
        byte[] secret = hkdf(salt, info(region, tenant, "tenant", version));
        return new TenantKey(tenant, region, version, secret);
    }

    /** Reads what {@link #writeTo} wrote. */
    static TenantKey readFrom(DataInput in, TenantId tenant, Region region) throws IOException {
        int version = in.readInt();
        byte[] secret = new byte[BYTES];
        in.readFully(secret);
        return new TenantKey(tenant, region, version, secret);
    }

    /** Writes version and key, in clear, for the tenant's own process on the other end of a pipe. */
    public synchronized void writeTo(DataOutput out) throws IOException {
        requireOpen();
        out.writeInt(version);
        out.write(secret);
    }

    /** Lends the key of one purpose to a function; the array is zeroed when that returns. */
    public <T> T lend(String purpose, Function<byte[], T> use) {
        byte[] derived = derive(purpose);
        try {
            return use.apply(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    public TenantId tenant() {
        return tenant;
    }

    public Region region() {
        return region;
    }

    public int version() {
        return version;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(secret, (byte) 0);
    }

    /** Not while another thread closes: a key derived from zeroes would be everybody's. */
    private synchronized byte[] derive(String purpose) {
        requireOpen();
        return hkdf(secret, info(region, tenant, purpose, version));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The scope of tenant " + tenant + " is closed");
        }
    }

    private static byte[] info(Region region, TenantId tenant, String purpose, int version) {
        return LengthPrefixed.of(LABEL, region.value(), tenant.value(), purpose, Integer.toString(version));
    }

    private static byte[] hkdf(byte[] key, byte[] info) {
        try {
            return Hkdf.computeHkdf("HmacSha256", key, new byte[0], info, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not available", e);
        }
    }

    @Override
    public String toString() {
        return "TenantKey[" + tenant + ", version " + version + "]";
    }
}
