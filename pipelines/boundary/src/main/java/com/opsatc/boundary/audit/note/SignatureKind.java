package com.opsatc.boundary.audit.note;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** What a signature under a note says, each with the byte that C2SP's signed-note gives it. */
public enum SignatureKind {
    /** Ed25519 over the text: its author's. */
    NOTE((byte) 1, 64) {
        @Override
        byte[] signed(String text, byte[] signature) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    },
    /** A witness's: Ed25519 over a time and the text, which says that it saw no later tree of the log until then. */
    COSIGNATURE((byte) 4, Long.BYTES + 64) {
        @Override
        byte[] signed(String text, byte[] signature) {
            return cosigned(ByteBuffer.wrap(signature).getLong(), text);
        }
    };

    private static final int SIGNATURE = 64;

    private final byte code;
    private final int bytes;

    SignatureKind(byte code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    abstract byte[] signed(String text, byte[] signature);

    byte code() {
        return code;
    }

    static Optional<SignatureKind> ofCode(byte code) {
        return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }

    boolean verifies(byte[] publicKey, String text, byte[] signature) {
        if (signature.length != bytes
                || this == COSIGNATURE && ByteBuffer.wrap(signature).getLong() <= 0) {
            return false;
        }

        try {
            new Ed25519Verify(publicKey)
                    .verify(
                            Arrays.copyOfRange(signature, signature.length - SIGNATURE, signature.length),
                            signed(text, signature));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What a witness signs: C2SP tlog-cosignature, Ed25519 signed message. */
    static byte[] cosigned(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
