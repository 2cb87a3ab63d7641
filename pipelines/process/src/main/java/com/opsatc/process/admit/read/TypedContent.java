package com.opsatc.process.admit.read;

import com.opsatc.connector.time.InstantValue;
import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests values, not their notation: {@code 10:00:00.000} and {@code 10:00:00}, {@code 1} and {@code 1.0} are the same. Each
 * value stands after its length, so that no two rows look alike.
 */
final class TypedContent {
    private static final int NO_VALUE = -1;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    /** @param value null for none */
    void add(Object value) {
        if (value == null) {
            length(NO_VALUE);
        } else if (value instanceof List<?> list) {
            length(list.size());
            list.forEach(item -> text(String.valueOf(item)));
        } else if (value instanceof BigDecimal number) {
            text(number.stripTrailingZeros().toPlainString());
        } else if (value instanceof InstantValue instant) {
            text(instant.micros() + "." + instant.nanos());
        } else {
            text(String.valueOf(value));
        }
    }

    /** The digest of what was added, in hexadecimal; the next one begins. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
    }

    private void length(int bytes) {
        digest.update(length.putInt(0, bytes).array());
    }
}
