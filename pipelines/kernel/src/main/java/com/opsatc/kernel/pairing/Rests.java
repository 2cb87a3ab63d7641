package com.opsatc.kernel.pairing;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;

/** When an instance was suspended, as bytes in a column: a column of lists cannot be read in batches. */
public final class Rests {
    private static final byte[] NONE = {};

    private Rests() {}

    /** @param rests in order; none are no bytes */
    public static byte[] bytes(List<Rest> rests) {
        if (rests.isEmpty()) {
            return NONE;
        }

        ByteSink sink = new ByteSink();
        sink.writeVarint(rests.size());
        for (Rest rest : rests) {
            sink.writeLong(rest.fromUs());
            sink.writeVarint(rest.lengthUs());
        }
        return sink.toBytes();
    }

    /** Reads what {@link #bytes} wrote. */
    public static List<Rest> read(byte[] bytes) {
        if (bytes.length == 0) {
            return List.of();
        }

        ByteSource source = new ByteSource(bytes);
        int count = source.readCount();
        List<Rest> rests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long fromUs = source.readLong();
            rests.add(new Rest(fromUs, fromUs + source.readVarint()));
        }
        source.requireEnd();
        return rests;
    }
}
