package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.bytes;
import static com.opsatc.advisory.token.Forge.concat;
import static com.opsatc.advisory.token.Forge.encode;
import static com.opsatc.advisory.token.Forge.signed;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens of another algorithm, or of none. */
final class AlgorithmForgeries {
    private final GenuineToken genuine;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private AlgorithmForgeries(GenuineToken genuine) {
        this.genuine = genuine;
    }

    static Map<String, String> of(GenuineToken genuine) {
        AlgorithmForgeries forgeries = new AlgorithmForgeries(genuine);
        forgeries.algorithms();

        return forgeries.tokens;
    }

    private void algorithms() {
        for (String none : new String[] {"none", "None", "nOnE", "NONE"}) {
            String input = encode(genuine.header("EdDSA", none)) + "." + encode(genuine.claims());
            tokens.put("alg " + none + ", no signature", input + ".");
            tokens.put("alg " + none + ", signed", signed(genuine.header("EdDSA", none), genuine.claims()));
        }

        byte[] key = Forge.publicKey(Forge.SEED);
        byte[] der = concat(HexFormat.of().parseHex("302a300506032b6570032100"), key);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        tokens.put("HS256 with the public key, raw", genuine.hmac("HS256", "HmacSHA256", key));
        tokens.put("HS256 with the public key, base64url", genuine.hmac("HS256", "HmacSHA256", bytes(encode(key))));
        tokens.put("HS256 with the public key, DER", genuine.hmac("HS256", "HmacSHA256", der));
        tokens.put("HS256 with the public key, PEM", genuine.hmac("HS256", "HmacSHA256", bytes(pem)));
        tokens.put("HS384 with the public key", genuine.hmac("HS384", "HmacSHA384", key));
        tokens.put("HS512 with the public key", genuine.hmac("HS512", "HmacSHA512", key));
        for (String other : new String[] {"RS256", "PS256", "ES256", "Ed25519", "eddsa", "EdDSA ", ""}) {
            tokens.put("alg " + other, signed(genuine.header("EdDSA", other), genuine.claims()));
        }
        tokens.put("alg in a list", signed(genuine.header("\"EdDSA\"", "[\"EdDSA\"]"), genuine.claims()));
        tokens.put("alg null", signed(genuine.header("\"EdDSA\"", "null"), genuine.claims()));
        tokens.put("alg absent", signed(genuine.header("\"alg\":\"EdDSA\",", ""), genuine.claims()));
        String zero = encode(new byte[64]);
        tokens.put(
                "ES256, r = s = 0",
                encode(genuine.header("EdDSA", "ES256")) + "." + encode(genuine.claims()) + "." + zero);
    }
}
