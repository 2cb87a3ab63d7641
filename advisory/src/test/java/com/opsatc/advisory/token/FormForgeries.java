package com.opsatc.advisory.token;

import static com.opsatc.advisory.token.Forge.bytes;
import static com.opsatc.advisory.token.Forge.concat;
import static com.opsatc.advisory.token.Forge.signed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that are not three segments of base64url, or whose segments are not one JSON object each. */
final class FormForgeries {
    private final GenuineToken genuine;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private FormForgeries(GenuineToken genuine) {
        this.genuine = genuine;
    }

    static Map<String, String> of(GenuineToken genuine) {
        FormForgeries forgeries = new FormForgeries(genuine);
        forgeries.forms();

        return forgeries.tokens;
    }

    private void forms() {
        String good = signed(genuine.header(), genuine.claims());
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
                "header in UTF-16",
                signed(genuine.header().getBytes(StandardCharsets.UTF_16LE), bytes(genuine.claims()), Forge.SEED));
        tokens.put("header with a byte order mark", signed("\ufeff" + genuine.header(), genuine.claims()));
        tokens.put("header with leading space", signed(" " + genuine.header(), genuine.claims()));
        tokens.put("header followed by another", signed(genuine.header() + genuine.header(), genuine.claims()));
        tokens.put("header a list", signed("[" + genuine.header() + "]", genuine.claims()));
        tokens.put(
                "header not UTF-8",
                signed(
                        concat(bytes("{\"a\":\""), new byte[] {(byte) 0xc0, '"', '}'}),
                        bytes(genuine.claims()),
                        Forge.SEED));
        tokens.put("claims not JSON", signed(genuine.header(), "{acme}"));
        tokens.put("claims empty", signed(genuine.header(), "{}"));
        tokens.put("claims followed by others", signed(genuine.header(), genuine.claims() + genuine.claims()));
        tokens.put("longer than any token", genuine.claim("{\"iss\"", "{\"pad\":\"" + "0".repeat(3000) + "\",\"iss\""));
        tokens.put(
                "deeply nested",
                signed(genuine.header(), genuine.claims().replace("\"0001\"", "[".repeat(1200) + "]".repeat(1200))));
    }

    /** 64 bytes end in a character of which four bits are not used: set one of them. */
    private static String strayBits(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }
}
