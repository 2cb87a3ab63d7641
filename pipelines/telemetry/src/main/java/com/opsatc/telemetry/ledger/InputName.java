package com.opsatc.telemetry.ledger;

import com.google.crypto.tink.subtle.PrfHmacJce;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.scope.PlatformScope;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the exact vectors that noise is added to: an HMAC-SHA-256 under a key of one platform.
 *
 * <p>Guarantee: the same input has the same name on a platform, so that another input for the same day is refused; without the
 * platform's key nobody can try out which vectors a keyed name may stand for. {@link #of} makes one. Limit: a
 * name without a key, which days have that an earlier version charged, is a plain SHA-256, and gives away a day that can be
 * guessed, e.g. one without data; it names that day's input for good, and no new day gets one.
 *
 * @param hex 64 lower-case hexadecimal digits
 * @param keyed whether it is an HMAC; false for a plain digest
 */
public record InputName(String hex, boolean keyed) {
    private static final Pattern LEGAL = Pattern.compile("[0-9a-f]{64}");
    private static final String PURPOSE = "privacy-input";
    private static final int BYTES = 32;

    public InputName {
        if (hex == null || !LEGAL.matcher(hex).matches()) {
            throw new IllegalArgumentException("Invalid name of an input: expected 64 lower-case hexadecimal digits");
        }
    }

    /** The name that an earlier version gave. */
    public static InputName plain(Sha256 input) {
        return new InputName(input.hex(), false);
    }

    /** The name that a platform gives; no other platform gives the same input this name. */
    public static InputName of(PlatformScope scope, byte[] input) {
        return scope.lend(PURPOSE, key -> {
            try {
                byte[] mac = new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC")).compute(input, BYTES);
                return new InputName(HexFormat.of().formatHex(mac), true);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA256 is not available", e);
            }
        });
    }

    @Override
    public String toString() {
        return hex;
    }
}
