package com.opsatc.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the exact vectors that noise is added to: an HMAC-SHA-256, as 64 lower-case hexadecimal digits, under a key of one
 * platform.
 *
 * <p>Guarantee: the same input has the same name on a platform, so that another input for the same day is refused; without the
 * platform's key nobody can try out which vectors a name may stand for. A plain digest would give away a day that can be
 * guessed, e.g. one without data. {@link PlatformScope#inputMac} makes one.
 */
public record InputMac(@JsonValue String hex) {
    private static final Pattern LEGAL = Pattern.compile("[0-9a-f]{64}");
    private static final int BYTES = 32;

    @JsonCreator
    public InputMac {
        if (hex == null || !LEGAL.matcher(hex).matches()) {
            throw new IllegalArgumentException("Invalid HMAC: expected 64 lower-case hexadecimal digits");
        }
    }

    static InputMac of(byte[] key, byte[] input) {
        try {
            return new InputMac(HexFormat.of()
                    .formatHex(new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC")).compute(input, BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
