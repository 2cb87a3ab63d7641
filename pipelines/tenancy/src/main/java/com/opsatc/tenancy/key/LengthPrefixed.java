package com.opsatc.tenancy.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Parts joined so that no two different lists give the same bytes: each part after its length (4 bytes, big-endian). */
public final class LengthPrefixed {
    private LengthPrefixed() {}

    /** Joins texts as UTF-8. */
    public static byte[] of(String... parts) {
        return of(Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /** Joins byte strings. */
    public static byte[] of(byte[]... parts) {
        int size = Arrays.stream(parts)
                .mapToInt(part -> Math.addExact(Integer.BYTES, part.length))
                .reduce(0, Math::addExact);
        ByteBuffer joined = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            joined.putInt(part.length).put(part);
        }

        return joined.array();
    }
}
