package com.opsatc.process.admit.read;

import com.opsatc.connector.time.InstantValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Digests values, not their notation: {@code 10:00:00.000} and {@code 10:00:00}, {@code 1} and {@code 1.0} are the same. Each
 * value stands after its length, so that no two rows look alike.
 */
final class TypedContent {
    private static final int NO_VALUE = -1;

    private TypedContent() {}

    static void update(MessageDigest content, Optional<Object> value) {
        if (value.isEmpty()) {
            length(content, NO_VALUE);
        } else if (value.get() instanceof List<?> list) {
            length(content, list.size());
            list.forEach(item -> text(content, String.valueOf(item)));
        } else if (value.get() instanceof BigDecimal number) {
            text(content, number.stripTrailingZeros().toPlainString());
        } else if (value.get() instanceof InstantValue instant) {
            text(content, instant.micros() + "." + instant.nanos());
        } else {
            text(content, String.valueOf(value.get()));
        }
    }

    private static void text(MessageDigest content, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(content, bytes.length);
        content.update(bytes);
    }

    private static void length(MessageDigest content, int length) {
        content.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    }
}
