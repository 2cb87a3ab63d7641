package com.opsatc.boundary.audit.note;

import com.opsatc.contract.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Whose signatures are believed: a name, the kind of signature, and an Ed25519 public key, as C2SP's signed-note writes it:
 * {@code <name>+<key id>+<Base64 of kind and key>}.
 */
public final class VerifierKey {
    private static final int ID_BYTES = 4;
    private static final int KEY_BYTES = 32;
    private static final String WHAT = "a verifier key";

    private final String name;
    private final SignatureKind kind;
    private final byte[] publicKey;

    VerifierKey(String name, SignatureKind kind, byte[] publicKey) {
        this.name = name;
        this.kind = kind;
        this.publicKey = publicKey.clone();
    }

    /** Reads the text form; one whose id is not that of its key is refused. */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !NoteText.legalName(parts[0])) {
            throw NoteText.refused(WHAT, "it must be a name, a key id and a key with + between them");
        }

        byte[] typed = NoteText.base64(parts[2], WHAT);
        if (typed.length != 1 + KEY_BYTES) {
            throw NoteText.refused(WHAT, "this release knows Ed25519 keys of 32 bytes only");
        }

        SignatureKind kind = SignatureKind.ofCode(typed[0])
                .orElseThrow(() -> NoteText.refused(
                        WHAT, "this release knows kinds 1 (Ed25519) and 4 (Ed25519 cosignature) only"));
        VerifierKey key = new VerifierKey(parts[0], kind, Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw NoteText.refused(WHAT, "its key id is not that of its key");
        }

        return key;
    }

    public String name() {
        return name;
    }

    public SignatureKind kind() {
        return kind;
    }

    /** The first four bytes of the SHA-256 of name, line end, kind, key. */
    byte[] id() {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(kind.code());
        return Arrays.copyOf(digest.digest(publicKey), ID_BYTES);
    }

    /** Whether the key itself is another's too, whatever it is called and signs. */
    boolean sameKey(VerifierKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    boolean made(NoteSignature signature) {
        return signature.name().equals(name) && Arrays.equals(signature.id(), id());
    }

    boolean verifies(String text, NoteSignature signature) {
        return kind.verifies(publicKey, text, signature.signature());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && kind == key.kind && sameKey(key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, Arrays.hashCode(publicKey));
    }

    /** The text form. */
    @Override
    public String toString() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = kind.code();
        System.arraycopy(publicKey, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + NoteText.base64(typed);
    }
}
