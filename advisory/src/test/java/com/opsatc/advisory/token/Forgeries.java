package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.bytes;
import static com.opsatc.advisory.token.Forge.encode;
import static com.opsatc.advisory.token.Forge.signed;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens for tenant acme that must not be accepted, by name; each differs from a good one in the named point only. */
public final class Forgeries {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final String kid;
    private final long now;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private Forgeries(String kid, long now) {
        this.kid = kid;
        this.now = now;
    }

    public static Map<String, String> all(String kid, long now) {
        Forgeries forgeries = new Forgeries(kid, now);
        forgeries.algorithms();
        forgeries.headers();
        forgeries.keys();
        forgeries.signatures();
        forgeries.forms();
        forgeries.times();
        forgeries.names();
        return forgeries.tokens;
    }

    /** The token all forgeries start from: accepted, or the forgeries prove nothing. */
    public static String genuine(String kid, long now) {
        Forgeries forgeries = new Forgeries(kid, now);
        return signed(forgeries.header(), forgeries.claims());
    }

    private String header() {
        return "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}";
    }

    private String claims() {
        return "{\"iss\":\"" + DevelopmentTokens.ISSUER + "\",\"aud\":\"" + DevelopmentTokens.AUDIENCE
                + "\",\"sub\":\"development\",\"jti\":\"0001\",\"iat\":" + now + ",\"exp\":" + (now + 600)
                + ",\"tenant\":\"acme\"}";
    }

    private void algorithms() {
        for (String none : new String[] {"none", "None", "nOnE", "NONE"}) {
            String input = encode(header("EdDSA", none)) + "." + encode(claims());
            tokens.put("alg " + none + ", no signature", input + ".");
            tokens.put("alg " + none + ", signed", signed(header("EdDSA", none), claims()));
        }

        byte[] key = Forge.publicKey(Forge.SEED);
        byte[] der = concat(HexFormat.of().parseHex("302a300506032b6570032100"), key);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        tokens.put("HS256 with the public key, raw", hmac("HS256", "HmacSHA256", key));
        tokens.put("HS256 with the public key, base64url", hmac("HS256", "HmacSHA256", bytes(encode(key))));
        tokens.put("HS256 with the public key, DER", hmac("HS256", "HmacSHA256", der));
        tokens.put("HS256 with the public key, PEM", hmac("HS256", "HmacSHA256", bytes(pem)));
        tokens.put("HS384 with the public key", hmac("HS384", "HmacSHA384", key));
        tokens.put("HS512 with the public key", hmac("HS512", "HmacSHA512", key));
        for (String other : new String[] {"RS256", "PS256", "ES256", "Ed25519", "eddsa", "EdDSA ", ""}) {
            tokens.put("alg " + other, signed(header("EdDSA", other), claims()));
        }
        tokens.put("alg in a list", signed(header("\"EdDSA\"", "[\"EdDSA\"]"), claims()));
        tokens.put("alg null", signed(header("\"EdDSA\"", "null"), claims()));
        tokens.put("alg absent", signed(header("\"alg\":\"EdDSA\",", ""), claims()));
        String zero = encode(new byte[64]);
        tokens.put("ES256, r = s = 0", encode(header("EdDSA", "ES256")) + "." + encode(claims()) + "." + zero);
    }

    private void headers() {
        for (String typ : new String[] {"JWT", "AT+JWT", "application/at+jwt", "id+jwt", "dpop+jwt", ""}) {
            tokens.put("typ " + typ, signed(header("at+jwt", typ), claims()));
        }
        tokens.put("typ absent", signed(header(",\"typ\":\"at+jwt\"", ""), claims()));
        tokens.put("typ in a list", signed(header("\"at+jwt\"", "[\"at+jwt\"]"), claims()));
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
            String header = header().replace("}", "," + extra + "}");
            tokens.put("header with " + extra, signed(header, claims()));
            tokens.put("header with " + extra + ", own key", signed(bytes(header), bytes(claims()), Forge.OTHER_SEED));
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
            kid + " "
        }) {
            tokens.put("kid " + other, signed(header(kid, other), claims()));
        }
        tokens.put("kid /dev/null, HS256 with an empty key", hmacEmptyKey());
        tokens.put("kid null", signed(header("\"" + kid + "\"", "null"), claims()));
        tokens.put("kid a number", signed(header("\"" + kid + "\"", "0"), claims()));
        tokens.put("kid absent", signed(header(",\"kid\":\"" + kid + "\"", ""), claims()));
        tokens.put("signed by another key", signed(bytes(header()), bytes(claims()), Forge.OTHER_SEED));
    }

    private void signatures() {
        String input = encode(header()) + "." + encode(claims());
        byte[] good = Forge.signature(input, Forge.SEED);
        byte[] flipped = good.clone();
        flipped[10] ^= 1;
        tokens.put("signature with a flipped bit", input + "." + encode(flipped));
        tokens.put("signature cut", input + "." + encode(Arrays.copyOf(good, 63)));
        tokens.put("signature extended", input + "." + encode(Arrays.copyOf(good, 65)));
        tokens.put("signature twice", input + "." + encode(concat(good, good)));
        tokens.put("signature all zero", input + "." + encode(new byte[64]));
        tokens.put("signature of identity point", input + "." + encode(identity()));
        tokens.put("signature with S + L", input + "." + encode(malleated(good)));
        tokens.put("signature of another token", input + "." + encode(Forge.signature(input + "x", Forge.SEED)));
        String foreign = claims().replace("acme", "globex");
        tokens.put("claims exchanged", encode(header()) + "." + encode(foreign) + "." + encode(good));
    }

    private void forms() {
        String good = signed(header(), claims());
        String[] parts = good.split("[.]", -1);
        tokens.put("padded", good + "==");
        tokens.put("stray bits in the last character", strayBits(good));
        tokens.put("two segments", parts[0] + "." + parts[1]);
        tokens.put("one segment", parts[0]);
        tokens.put("four segments", good + "." + parts[2]);
        tokens.put("five segments, as JWE", good + "." + parts[1] + "." + parts[2]);
        tokens.put("empty header", "." + parts[1] + "." + parts[2]);
        tokens.put("dots", "..");
        tokens.put("space inside", parts[0] + " ." + parts[1] + "." + parts[2]);
        tokens.put("tab inside", parts[0] + ".\t" + parts[1] + "." + parts[2]);
        tokens.put("space before", " " + good);
        tokens.put("comma after", good + ",");
        tokens.put("standard base64", parts[0] + "." + parts[1] + ".+/" + parts[2].substring(2));
        tokens.put("JSON serialisation", "{\"payload\":\"" + parts[1] + "\"}");
        tokens.put(
                "header in UTF-16", signed(header().getBytes(StandardCharsets.UTF_16LE), bytes(claims()), Forge.SEED));
        tokens.put("header with a byte order mark", signed("\ufeff" + header(), claims()));
        tokens.put("header with leading space", signed(" " + header(), claims()));
        tokens.put("header followed by another", signed(header() + header(), claims()));
        tokens.put("header a list", signed("[" + header() + "]", claims()));
        tokens.put(
                "header not UTF-8",
                signed(concat(bytes("{\"a\":\""), new byte[] {(byte) 0xc0, '"', '}'}), bytes(claims()), Forge.SEED));
        tokens.put("claims not JSON", signed(header(), "{acme}"));
        tokens.put("claims empty", signed(header(), "{}"));
        tokens.put("claims followed by others", signed(header(), claims() + claims()));
        tokens.put("longer than any token", claim("{\"iss\"", "{\"pad\":\"" + "0".repeat(3000) + "\",\"iss\""));
        tokens.put(
                "deeply nested", signed(header(), claims().replace("\"0001\"", "[".repeat(1200) + "]".repeat(1200))));
    }

    private void times() {
        String exp = "\"exp\":" + (now + 600);
        String iat = "\"iat\":" + now;
        for (String wrong : new String[] {
            "\"" + (now + 600) + "\"",
            (now + 600) + ".0",
            (now + 600) + ".5",
            "1.9e9",
            "9".repeat(30),
            "253402300800",
            "9223372036854775807",
            "-1",
            "null",
            "true",
            "[" + (now + 600) + "]",
            "{}"
        }) {
            tokens.put("exp " + wrong, claim(exp, "\"exp\":" + wrong));
        }
        tokens.put("exp absent", claim("," + exp, ""));
        tokens.put("exp twice", claim(exp, "\"exp\":1," + exp));
        tokens.put("expired", claim(iat + "," + exp, "\"iat\":" + (now - 630) + ",\"exp\":" + (now - 30)));
        tokens.put("lives 15 min and 1 s", claim(exp, "\"exp\":" + (now + 901)));
        tokens.put("lives a year", claim(exp, "\"exp\":" + (now + 31_536_000)));
        tokens.put("ends when it begins", claim(exp, "\"exp\":" + now));
        tokens.put("ends before it begins", claim(exp, "\"exp\":" + (now - 1)));
        tokens.put("iat absent", claim(iat + ",", ""));
        tokens.put("iat as text", claim(iat, "\"iat\":\"" + now + "\""));
        tokens.put("iat as a fraction", claim(iat, iat + ".0"));
        tokens.put("iat in the future", claim(iat, "\"iat\":" + (now + 31)));
        tokens.put("nbf in the future", claim(iat, iat + ",\"nbf\":" + (now + 31)));
        tokens.put("nbf as text", claim(iat, iat + ",\"nbf\":\"" + now + "\""));
        tokens.put("nbf null", claim(iat, iat + ",\"nbf\":null"));
    }

    private void names() {
        String aud = "\"" + DevelopmentTokens.AUDIENCE + "\"";
        for (String wrong : new String[] {
            "\"urn:opsatc:other\"",
            "[" + aud + ",\"urn:opsatc:other\"]",
            "[" + aud + "," + aud + "]",
            "[[" + aud + "]]",
            "[]",
            "{}",
            "null",
            "\"\"",
            "\"" + DevelopmentTokens.AUDIENCE + "/\"",
            "\"URN:OPSATC:ADVISORY\"",
            "\"urn:opsatc:advisory\\u0000\""
        }) {
            tokens.put("aud " + wrong, claim(aud, wrong));
        }
        tokens.put("aud absent", claim("\"aud\":" + aud + ",", ""));
        String iss = "\"" + DevelopmentTokens.ISSUER + "\"";
        for (String wrong :
                new String[] {"\"urn:opsatc:other\"", "[" + iss + "]", "\"\"", "null", "\"urn:opsatc:development/\""}) {
            tokens.put("iss " + wrong, claim(iss, wrong));
        }
        tokens.put("iss absent", claim("\"iss\":" + iss + ",", ""));
        for (String name : new String[] {"sub\":\"development", "jti\":\"0001"}) {
            String claim = "\"" + name + "\"";
            String key = name.substring(0, 3);
            tokens.put(key + " absent", claim(claim + ",", ""));
            tokens.put(key + " empty", claim(claim, "\"" + key + "\":\"\""));
            tokens.put(key + " a number", claim(claim, "\"" + key + "\":1"));
            tokens.put(key + " with a line end", claim(claim, "\"" + key + "\":\"a\\nb\""));
        }
        for (String wrong : new String[] {
            "[\"acme\"]",
            "[\"acme\",\"globex\"]",
            "{\"id\":\"acme\"}",
            "null",
            "1",
            "true",
            "\"\"",
            "\"ACME\"",
            "\"acme \"",
            "\" acme\"",
            "\"acme\\u0000\"",
            "\"../acme\"",
            "\"\u0430cme\"",
            "\"" + "a".repeat(64) + "\"",
            "\"*\""
        }) {
            tokens.put("tenant " + wrong, claim("\"acme\"", wrong));
        }
        tokens.put("tenant absent", claim(",\"tenant\":\"acme\"", ""));
        tokens.put("tenant twice", claim("\"tenant\":\"acme\"", "\"tenant\":\"globex\",\"tenant\":\"acme\""));
    }

    private String header(String from, String to) {
        return changed(header(), from, to);
    }

    private String claim(String from, String to) {
        return signed(header(), changed(claims(), from, to));
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("A forgery changes nothing: " + from);
        }
        return text.replace(from, to);
    }

    private String hmac(String algorithm, String mac, byte[] key) {
        String input = encode(header("EdDSA", algorithm)) + "." + encode(claims());
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(key, mac));
            return input + "." + encode(hmac.doFinal(bytes(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmacEmptyKey() {
        // The JDK refuses an empty key; HMAC pads keys with zeros, so one zero byte is the same key.
        return hmac("HS256", "HmacSHA256", new byte[1]);
    }

    private static byte[] identity() {
        byte[] signature = new byte[64];
        signature[0] = 1;
        return signature;
    }

    /** The same signature with S + L in place of S: verifiers that do not check S &lt; L accept it (RFC 8032, 5.1.7). */
    private static byte[] malleated(byte[] signature) {
        byte[] s = Arrays.copyOfRange(signature, 32, 64);
        BigInteger moved = new BigInteger(1, reversed(s)).add(ORDER);
        byte[] big = moved.toByteArray();
        byte[] out = Arrays.copyOf(signature, 64);
        Arrays.fill(out, 32, 64, (byte) 0);
        for (int i = 0; i < big.length && i < 32; i++) {
            out[32 + i] = big[big.length - 1 - i];
        }
        return out;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }

    /** 64 bytes end in a character of which four bits are not used: set one of them. */
    private static String strayBits(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
