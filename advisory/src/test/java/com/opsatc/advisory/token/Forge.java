package com.opsatc.advisory.token;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/** Builds tokens byte by byte, so that a test can write what no library would. */
public final class Forge {
    public static final byte[] SEED = seed(7);
    public static final byte[] OTHER_SEED = seed(8);

    private Forge() {}

    public static byte[] seed(int fill) {
        byte[] seed = new byte[DevelopmentTokens.SEED_BYTES];
        Arrays.fill(seed, (byte) fill);
        return seed;
    }

    /** The token of two JSON texts, signed with the service's own key: only its content can be wrong. */
    public static String signed(String header, String claims) {
        return signed(bytes(header), bytes(claims), SEED);
    }

    public static String signed(byte[] header, byte[] claims, byte[] seed) {
        String input = encode(header) + "." + encode(claims);
        return input + "." + encode(signature(input, seed));
    }

    public static byte[] signature(String input, byte[] seed) {
        try {
            return new Ed25519Sign(seed).sign(input.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] publicKey(byte[] seed) {
        try {
            return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String encode(String text) {
        return encode(bytes(text));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
