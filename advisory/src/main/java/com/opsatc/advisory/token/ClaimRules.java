package com.opsatc.advisory.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.id.TenantId;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** What the claims of a token whose signature holds must say; times are whole seconds since 1970 (RFC 7519). */
record ClaimRules(TokenRules rules, InstantSource clock) {
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,256}");
    /** Year 9999: beyond it arithmetic on seconds is not the issuer's intention but an attack. */
    private static final long LAST_SECOND = 253_402_300_799L;

    Access access(JsonNode claims) {
        requireTime(claims);
        if (!rules.issuer().equals(claims.path("iss").textValue())) {
            throw new TokenRejectedException(Rejection.ISSUER);
        }
        if (!rules.audience().equals(onlyAudience(claims.path("aud")))) {
            throw new TokenRejectedException(Rejection.AUDIENCE);
        }

        name(claims, "jti");
        return new Access(tenant(claims), name(claims, "sub"));
    }

    private void requireTime(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        long skew = TokenRules.MAX_SKEW.toSeconds();
        long expires = second(claims, "exp");
        long issued = second(claims, "iat");
        if (now - skew >= expires) {
            throw new TokenRejectedException(Rejection.EXPIRED);
        }
        if (issued > now + skew || (claims.has("nbf") && second(claims, "nbf") > now + skew)) {
            throw new TokenRejectedException(Rejection.NOT_YET_VALID);
        }
        if (expires <= issued || expires - issued > TokenRules.MAX_LIFETIME.toSeconds()) {
            throw new TokenRejectedException(Rejection.LIFETIME);
        }
    }

    private static long second(JsonNode claims, String name) {
        JsonNode claim = claims.path(name);
        if (!claim.isIntegralNumber()
                || !claim.canConvertToLong()
                || claim.longValue() < 0
                || claim.longValue() > LAST_SECOND) {
            throw new TokenRejectedException(Rejection.CLAIMS);
        }
        return claim.longValue();
    }

    private static String onlyAudience(JsonNode audience) {
        return audience.isArray() && audience.size() == 1 ? audience.get(0).textValue() : audience.textValue();
    }

    private static String name(JsonNode claims, String claim) {
        String value = claims.path(claim).textValue();
        if (value == null || !NAME.matcher(value).matches()) {
            throw new TokenRejectedException(Rejection.CLAIMS);
        }
        return value;
    }

    private static TenantId tenant(JsonNode claims) {
        String tenant = claims.path("tenant").textValue();
        if (tenant == null) {
            throw new TokenRejectedException(Rejection.CLAIMS);
        }

        try {
            return new TenantId(tenant);
        } catch (IllegalArgumentException e) {
            throw new TokenRejectedException(Rejection.CLAIMS);
        }
    }
}
