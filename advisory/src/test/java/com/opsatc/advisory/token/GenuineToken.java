package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.bytes;
import static com.opsatc.advisory.token.Forge.encode;
import static com.opsatc.advisory.token.Forge.signed;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The token all forgeries start from, and ways to change one point of it. */
record GenuineToken(String kid, long now) {
    String header() {
        return "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}";
    }

    String claims() {
        return "{\"iss\":\"" + DevelopmentTokens.ISSUER + "\",\"aud\":\"" + DevelopmentTokens.AUDIENCE
                + "\",\"sub\":\"development\",\"jti\":\"0001\",\"iat\":" + now + ",\"exp\":" + (now + 600)
                + ",\"tenant\":\"acme\"}";
    }

    /** The header with a part exchanged, not yet signed. */
    String header(String from, String to) {
        return changed(header(), from, to);
    }

    /** The whole token with a part of its claims exchanged, signed. */
    String claim(String from, String to) {
        return signed(header(), changed(claims(), from, to));
    }

    /** The whole token with an HMAC of this key in place of its signature. */
    String hmac(String algorithm, String mac, byte[] key) {
        String input = encode(header("EdDSA", algorithm)) + "." + encode(claims());
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(key, mac));
            return input + "." + encode(hmac.doFinal(bytes(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("A forgery changes nothing: " + from);
        }
        return text.replace(from, to);
    }
}
