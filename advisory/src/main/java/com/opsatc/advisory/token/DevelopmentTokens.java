package com.opsatc.advisory.token;

import static java.util.Objects.requireNonNull;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.scope.Tenancy;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Issues access tokens for a service on one's own machine; a service for others has an identity provider instead.
 *
 * <p>Guarantee: a token is for one tenant and lives at most 15 minutes. The key never leaves this object; its text form
 * shows the key's id only.
 */
public final class DevelopmentTokens {
    public static final String ISSUER = "urn:opsatc:development";
    public static final String AUDIENCE = "urn:opsatc:advisory";
    /** Length of the seed the key pair is made from, in bytes. */
    public static final int SEED_BYTES = 32;

    private static final String SECRET = "advisory-token";
    private static final String SUBJECT = "development";
    private static final int TOKEN_ID_BYTES = 16;

    private final OctetKeyPair key;
    private final VerificationKey verificationKey;
    private final InstantSource clock;
    private final RandomGenerator random;

    private DevelopmentTokens(
            OctetKeyPair key, VerificationKey verificationKey, InstantSource clock, RandomGenerator random) {
        this.key = key;
        this.verificationKey = verificationKey;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param seed 32 secret bytes; the same seed gives the same key, so that a service and the command that issues a token
     *     for it agree
     * @param random makes token ids, which are unique but not secret
     */
    public static DevelopmentTokens of(byte[] seed, InstantSource clock, RandomGenerator random) {
        requireNonNull(clock, "clock");
        requireNonNull(random, "random");
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("Invalid seed: an Ed25519 key is made from 32 bytes");
        }

        try {
            byte[] publicKey = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
            String id = "development-" + Sha256.of(publicKey).hex().substring(0, 16);
            OctetKeyPair pair = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(publicKey))
                    .d(Base64URL.encode(seed))
                    .keyID(id)
                    .build();
            return new DevelopmentTokens(pair, new VerificationKey(id, publicKey), clock, random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /**
     * The tokens of an installation: their key is a platform secret, sealed in the home by the root key, made the first time.
     */
    public static DevelopmentTokens open(Tenancy tenancy, InstantSource clock, RandomGenerator random) {
        byte[] seed = tenancy.platformSecret(SECRET);
        try {
            return of(seed, clock, random);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** The rules under which a service accepts these tokens and no others. */
    public TokenRules rules() {
        return new TokenRules(ISSUER, AUDIENCE, List.of(verificationKey));
    }

    /**
     * A token to read one tenant's documents.
     *
     * @param lifetime whole seconds, 1 s to 15 min
     * @throws PipelineException (configuration) when the lifetime is outside that
     */
    public String issue(TenantId tenant, Duration lifetime) {
        requireNonNull(tenant, "tenant");
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(TokenRules.MAX_LIFETIME) > 0) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot issue a token: its lifetime must be between 1 s and 15 min");
        }

        long now = clock.instant().getEpochSecond();
        byte[] tokenId = new byte[TOKEN_ID_BYTES];
        random.nextBytes(tokenId);
        TreeMap<String, Object> claims = new TreeMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", SUBJECT);
        claims.put("jti", HexFormat.of().formatHex(tokenId));
        claims.put("iat", now);
        claims.put("exp", now + lifetime.toSeconds());
        claims.put("tenant", tenant.value());
        return signed(CanonicalJson.write(claims));
    }

    private String signed(byte[] claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .type(new JOSEObjectType(TokenRules.TYPE))
                .keyID(key.getKeyID())
                .build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new Ed25519Signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
        return token.serialize();
    }

    @Override
    public String toString() {
        return "DevelopmentTokens[" + verificationKey.id() + "]";
    }
}
