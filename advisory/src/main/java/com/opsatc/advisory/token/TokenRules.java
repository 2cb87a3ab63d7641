package com.opsatc.advisory.token;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tokens are accepted: one issuer, one audience, these keys.
 *
 * @param issuer the only accepted {@code iss}, compared as text
 * @param audience the only accepted {@code aud}, compared as text
 * @param keys at least one; ids are unique
 */
public record TokenRules(String issuer, String audience, List<VerificationKey> keys) {
    /** The only accepted {@code alg}: EdDSA over Ed25519 (RFC 8037). */
    static final String ALGORITHM = "EdDSA";
    /** The only accepted {@code typ}: an access token (RFC 9068), so that no other kind of token serves as one. */
    static final String TYPE = "at+jwt";
    /** How long a token may live. */
    public static final Duration MAX_LIFETIME = Duration.ofMinutes(15);
    /** How far the clocks of issuer and service may differ. */
    static final Duration MAX_SKEW = Duration.ofSeconds(30);

    public TokenRules {
        requireNonNull(issuer, "issuer");
        requireNonNull(audience, "audience");
        keys = List.copyOf(keys);
        Set<String> ids = new HashSet<>();
        for (VerificationKey key : keys) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("Invalid token rules: two keys are called " + key.id());
            }
        }
        if (issuer.isBlank() || audience.isBlank() || keys.isEmpty()) {
            throw new IllegalArgumentException("Invalid token rules: issuer, audience and at least one key are needed");
        }
    }
}
