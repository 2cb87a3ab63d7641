package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * One person, or service, as a tenant's audit log knows it: a random id, and the key under which what names it is sealed. Prints
 * neither name nor key.
 */
public final class Subject {
    private final String id;
    private final String name;
    private final byte[] key;

    /** @param id 16 hexadecimal digits */
    Subject(String id, String name, byte[] key) {
        this.id = id;
        this.name = name;
        this.key = key.clone();
    }

    public String id() {
        return id;
    }

    String name() {
        return name;
    }

    byte[] key() {
        return key;
    }

    /** Seals what names the subject, for one place alone. */
    public byte[] seal(byte[] personal, byte[] place) {
        try {
            return new AesGcmJce(key).encrypt(personal, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** What was sealed for this place; empty when it was not under this key. */
    public Optional<byte[]> open(byte[] sealed, byte[] place) {
        try {
            return Optional.of(new AesGcmJce(key).decrypt(sealed, place));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Subject[" + id + "]";
    }
}
