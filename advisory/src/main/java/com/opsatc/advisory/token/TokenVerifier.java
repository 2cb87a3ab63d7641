package com.opsatc.advisory.token;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a token grants access.
 *
 * <p>Guarantee: {@link #verify} returns only for a token of the configured issuer for the configured audience, signed with
 * Ed25519 by a configured key, of type {@code at+jwt}, within its time, of at most 15 minutes' life. A token says nothing
 * about how it is to be verified: a header with anything but {@code alg}, {@code typ} and {@code kid} is refused, so no key
 * and no address is ever taken from it. Limit: a token is good until it expires; there is no revocation list.
 *
 * <p>Nimbus checks the signature. Its processor would check claims too, but lets pass what is refused here: other spellings of type and
 * segments, header parameters, a missing key id, fractions of seconds, several audiences, any life, any tenant.
 *
 * <p>Source: RFC 7515, RFC 8725 (best current practice), RFC 9068 (access tokens).
 */
public final class TokenVerifier {
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final int SIGNATURE_BYTES = 64;

    private final ClaimRules claims;
    private final Map<String, OctetKeyPair> keys = new HashMap<>();

    /** @param clock the present instant; tokens are judged by it, to the second */
    public TokenVerifier(TokenRules rules, InstantSource clock) {
        this.claims = new ClaimRules(requireNonNull(rules, "rules"), requireNonNull(clock, "clock"));
        for (VerificationKey key : rules.keys()) {
            keys.put(key.id(), new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key.publicKey())).build());
        }
    }

    /** @throws TokenRejectedException unless the token grants access */
    public Access verify(String token) {
        CompactToken compact = CompactToken.parse(token);
        OctetKeyPair key = key(compact.header());
        if (compact.signatureBytes() != SIGNATURE_BYTES || !signed(token, key)) {
            throw new TokenRejectedException(Rejection.SIGNATURE);
        }

        return claims.access(compact.claims());
    }

    private OctetKeyPair key(JsonNode header) {
        Set<String> names = new TreeSet<>();
        header.fieldNames().forEachRemaining(names::add);
        if (!names.equals(HEADER)
                || !TokenRules.ALGORITHM.equals(header.path("alg").textValue())
                || !TokenRules.TYPE.equals(header.path("typ").textValue())) {
            throw new TokenRejectedException(Rejection.HEADER);
        }

        String id = header.path("kid").textValue();
        OctetKeyPair key = id == null ? null : keys.get(id);
        if (key == null) {
            throw new TokenRejectedException(Rejection.KEY);
        }
        return key;
    }

    private static boolean signed(String token, OctetKeyPair key) {
        try {
            return JWSObject.parse(token).verify(new Ed25519Verifier(key));
        } catch (ParseException | JOSEException e) {
            throw new TokenRejectedException(Rejection.SIGNATURE);
        }
    }
}
