package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.bytes;
import static com.opsatc.advisory.token.Forge.encode;
import static com.opsatc.advisory.token.Forge.signed;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens whose header says another type or key, or more than a header may. */
final class HeaderForgeries {
    private final GenuineToken genuine;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private HeaderForgeries(GenuineToken genuine) {
        this.genuine = genuine;
    }

    static Map<String, String> of(GenuineToken genuine) {
        HeaderForgeries forgeries = new HeaderForgeries(genuine);
        forgeries.headers();
        forgeries.keys();

        return forgeries.tokens;
    }

    private void headers() {
        for (String typ : new String[] {"JWT", "AT+JWT", "application/at+jwt", "id+jwt", "dpop+jwt", ""}) {
            tokens.put("typ " + typ, signed(genuine.header("at+jwt", typ), genuine.claims()));
        }
        tokens.put("typ absent", signed(genuine.header(",\"typ\":\"at+jwt\"", ""), genuine.claims()));
        tokens.put("typ in a list", signed(genuine.header("\"at+jwt\"", "[\"at+jwt\"]"), genuine.claims()));
        String own =
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + encode(Forge.publicKey(Forge.OTHER_SEED)) + "\"}";
        String address = "\"https://attacker.example/keys\"";
        for (String extra : new String[] {
            "\"crit\":[\"exp\"]",
            "\"crit\":[]",
            "\"crit\":[\"b64\"],\"b64\":false",
            "\"b64\":false",
            "\"b64\":true",
            "\"jku\":" + address,
            "\"x5u\":" + address,
            "\"x5c\":[\"AA==\"]",
            "\"x5t\":\"AA\"",
            "\"jwk\":" + own,
            "\"cty\":\"JWT\"",
            "\"zip\":\"DEF\"",
            "\"enc\":\"A256GCM\"",
            "\"alg\":\"none\"",
            "\"kid\":\"other\"",
            "\"unknown\":1"
        }) {
            String header = genuine.header().replace("}", "," + extra + "}");
            tokens.put("header with " + extra, signed(header, genuine.claims()));
            tokens.put(
                    "header with " + extra + ", own key",
                    signed(bytes(header), bytes(genuine.claims()), Forge.OTHER_SEED));
        }
    }

    private void keys() {
        for (String other : new String[] {
            "other",
            "",
            "../../../../dev/null",
            "' OR '1'='1",
            "' UNION SELECT 'k' --",
            "/proc/self/environ",
            "*",
            genuine.kid() + " "
        }) {
            tokens.put("kid " + other, signed(genuine.header(genuine.kid(), other), genuine.claims()));
        }
        tokens.put("kid /dev/null, HS256 with an empty key", hmacEmptyKey());
        tokens.put("kid null", signed(genuine.header("\"" + genuine.kid() + "\"", "null"), genuine.claims()));
        tokens.put("kid a number", signed(genuine.header("\"" + genuine.kid() + "\"", "0"), genuine.claims()));
        tokens.put("kid absent", signed(genuine.header(",\"kid\":\"" + genuine.kid() + "\"", ""), genuine.claims()));
        tokens.put("signed by another key", signed(bytes(genuine.header()), bytes(genuine.claims()), Forge.OTHER_SEED));
    }

    private String hmacEmptyKey() {
        // The JDK refuses an empty key; HMAC pads keys with zeros, so one zero byte is the same key.
        return genuine.hmac("HS256", "HmacSHA256", new byte[1]);
    }
}
