package com.opsatc.boundary.audit.note;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The ability to sign notes under a name, with an Ed25519 key. Prints no key. */
public final class NoteKey {
    private final VerifierKey verifier;
    private final Ed25519Sign sign;

    private NoteKey(VerifierKey verifier, Ed25519Sign sign) {
        this.verifier = verifier;
        this.sign = sign;
    }

    /**
     * A key from its seed.
     *
     * @param name without spaces and plus signs
     * @param seed 32 secret random bytes, which the caller zeroes
     */
    public static NoteKey of(String name, SignatureKind kind, byte[] seed) {
        if (!NoteText.legalName(name)) {
            throw new IllegalArgumentException("Illegal name of a note's key: no spaces and no + may be in it");
        }

        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            return new NoteKey(new VerifierKey(name, kind, pair.getPublicKey()), new Ed25519Sign(pair.getPrivateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    /** What its signatures are checked with. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a text as its author. */
    public NoteSignature sign(String text) {
        require(SignatureKind.NOTE);
        return signature(new byte[0], text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Signs a checkpoint as a witness.
     *
     * @param time seconds since the epoch, from 1
     */
    public NoteSignature cosign(long time, String text) {
        require(SignatureKind.COSIGNATURE);
        byte[] prefix = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
        return signature(prefix, SignatureKind.cosigned(time, text));
    }

    private NoteSignature signature(byte[] prefix, byte[] message) {
        try {
            byte[] signature = sign.sign(message);
            return new NoteSignature(
                    verifier.name(),
                    verifier.id(),
                    ByteBuffer.allocate(prefix.length + signature.length)
                            .put(prefix)
                            .put(signature)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    private void require(SignatureKind kind) {
        if (verifier.kind() != kind) {
            throw new IllegalStateException("A key of kind " + verifier.kind() + " makes no signature of kind " + kind);
        }
    }

    @Override
    public String toString() {
        return "NoteKey[" + verifier.name() + "]";
    }
}
