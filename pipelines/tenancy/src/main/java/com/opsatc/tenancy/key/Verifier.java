package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Checks what a {@link Signer} signed for one tenant; holds no secret. */
public final class Verifier {
    static final byte VERSION = 1;
    static final int BYTES = 1 + 32 + 64 + 64;

    private static final int KEY_END = 1 + 32;
    private static final int DELEGATION_END = KEY_END + 64;

    private final TenantId tenant;
    private final Region region;
    private final byte[] platformKey;

    Verifier(TenantId tenant, Region region, byte[] platformKey) {
        this.tenant = tenant;
        this.region = region;
        this.platformKey = platformKey;
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Verifier readFrom(DataInput in, TenantId tenant, Region region) throws IOException {
        byte[] platformKey = new byte[Ed25519Verify.PUBLIC_KEY_LEN];
        in.readFully(platformKey);
        return new Verifier(tenant, region, platformKey);
    }

    public void writeTo(DataOutput out) throws IOException {
        out.write(platformKey);
    }

    /**
     * Returns when the platform's key vouches, for this tenant and region, for the key that signed exactly these bytes.
     *
     * @throws PipelineException otherwise
     */
    public void verify(byte[] message, byte[] signature) {
        if (signature.length != BYTES || signature[0] != VERSION) {
            throw refused();
        }

        byte[] delegate = Arrays.copyOfRange(signature, 1, KEY_END);
        byte[] delegation = Arrays.copyOfRange(signature, KEY_END, DELEGATION_END);
        byte[] signed = Arrays.copyOfRange(signature, DELEGATION_END, BYTES);
        try {
            new Ed25519Verify(platformKey).verify(delegation, delegation(tenant, region, delegate));
            new Ed25519Verify(delegate).verify(signed, statement(tenant, message));
        } catch (GeneralSecurityException e) {
            throw refused();
        }
    }

    static byte[] delegation(TenantId tenant, Region region, byte[] delegate) {
        return LengthPrefixed.of(ascii("opsatc/v1/delegate"), ascii(tenant.value()), ascii(region.value()), delegate);
    }

    static byte[] statement(TenantId tenant, byte[] message) {
        return LengthPrefixed.of(ascii("opsatc/v1/signed"), ascii(tenant.value()), message);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private PipelineException refused() {
        return new PipelineException(
                ErrorCode.STORE,
                "Cannot accept a signature for tenant " + tenant
                        + ": this platform did not make it for these bytes; run the tenant again or restore the file");
    }
}
