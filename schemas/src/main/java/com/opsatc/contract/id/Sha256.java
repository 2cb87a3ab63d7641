package com.opsatc.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest as 64 lower-case hexadecimal digits: how files, documents and row sets are named in citations. */
public record Sha256(@JsonValue String hex) implements Comparable<Sha256> {
    private static final int DIGITS = 64;

    @JsonCreator
    public Sha256 {
        if (hex == null || !isLegal(hex)) {
            throw new IllegalArgumentException("Invalid SHA-256: expected 64 lower-case hexadecimal digits");
        }
    }

    /** Without a pattern: rows without a key are named by a digest each. */
    private static boolean isLegal(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char digit = hex.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }

        return hex.length() == DIGITS;
    }

    public static Sha256 of(byte[] bytes) {
        return finish(digest(), bytes);
    }

    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A fresh digest to feed piecewise; end it with {@link #finish}. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static Sha256 finish(MessageDigest digest, byte... last) {
        return new Sha256(HexFormat.of().formatHex(digest.digest(last)));
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
