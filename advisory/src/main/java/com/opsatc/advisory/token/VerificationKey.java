package com.opsatc.advisory.token;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A public Ed25519 key that tokens may be signed with, and the id ({@code kid}) that tokens name it by.
 *
 * @param publicKey 32 bytes, as RFC 8032 encodes a public key
 */
public record VerificationKey(String id, byte[] publicKey) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int PUBLIC_KEY_BYTES = 32;

    public VerificationKey {
        requireNonNull(id, "id");
        publicKey = publicKey.clone();
        if (!LEGAL.matcher(id).matches()) {
            throw new IllegalArgumentException("Invalid key id: use 1 to 64 letters, digits, '_' and '-'");
        }
        if (publicKey.length != PUBLIC_KEY_BYTES) {
            throw new IllegalArgumentException("Invalid public key " + id + ": an Ed25519 key has 32 bytes");
        }
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public String toString() {
        return "VerificationKey[" + id + "]";
    }
}
