package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.signed;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens for tenant acme that must not be accepted, by name; each differs from a good one in the named point only. */
public final class Forgeries {
    private Forgeries() {}

    public static Map<String, String> all(String kid, long now) {
        GenuineToken genuine = new GenuineToken(kid, now);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.putAll(AlgorithmForgeries.of(genuine));
        tokens.putAll(HeaderForgeries.of(genuine));
        tokens.putAll(SignatureForgeries.of(genuine));
        tokens.putAll(FormForgeries.of(genuine));
        tokens.putAll(ClaimForgeries.of(genuine));

        return tokens;
    }

    /** The token all forgeries start from: accepted, or the forgeries prove nothing. */
    public static String genuine(String kid, long now) {
        GenuineToken genuine = new GenuineToken(kid, now);

        return signed(genuine.header(), genuine.claims());
    }
}
