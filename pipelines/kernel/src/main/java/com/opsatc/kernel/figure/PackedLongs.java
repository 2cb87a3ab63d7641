package com.opsatc.kernel.figure;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import java.util.List;

/**
 * Durations in as few whole bytes each as the largest needs, or one more; most sources record whole seconds or milliseconds, so what they
 * have in common is divided out first.
 */
public final class PackedLongs {
    private static final long SECOND_US = 1_000_000;
    private static final long MILLISECOND_US = 1_000;
    private static final List<Long> UNITS_US = List.of(SECOND_US, MILLISECOND_US, 1L);

    private PackedLongs() {}

    public static void write(ByteSink sink, LongBag bag) {
        List<LongBag.Chunk> chunks = bag.chunks();
        int unit = 0;
        while (!wholeIn(UNITS_US.get(unit), chunks)) {
            unit++;
        }
        long divisor = UNITS_US.get(unit);
        int width = width(bits(chunks) / divisor);
        sink.writeVarint(bag.count());
        sink.writeVarint(unit);
        sink.writeVarint(width);
        for (LongBag.Chunk chunk : chunks) {
            sink.writePacked(chunk.values(), chunk.length(), width, divisor);
        }
    }

    public static void readInto(LongBag bag, ByteSource source) {
        int count = source.readCount();
        long multiplier = UNITS_US.get(source.readBelow(UNITS_US.size()));
        int width = source.readBelow(Long.BYTES + 1);
        if (count > 0 && width == 0) {
            throw source.damaged();
        }

        bag.addAll(source.readPacked(count, width, multiplier), count);
    }

    private static boolean wholeIn(long unitUs, List<LongBag.Chunk> chunks) {
        if (unitUs == 1) {
            return true;
        }

        for (LongBag.Chunk chunk : chunks) {
            // A divisor that is a constant is a multiplication to the compiler.
            if (unitUs == MILLISECOND_US ? !wholeMilliseconds(chunk) : !wholeSeconds(chunk)) {
                return false;
            }
        }
        return true;
    }

    private static boolean wholeSeconds(LongBag.Chunk chunk) {
        long[] values = chunk.values();
        for (int i = 0; i < chunk.length(); i++) {
            if (values[i] % SECOND_US != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean wholeMilliseconds(LongBag.Chunk chunk) {
        long[] values = chunk.values();
        for (int i = 0; i < chunk.length(); i++) {
            if (values[i] % MILLISECOND_US != 0) {
                return false;
            }
        }
        return true;
    }

    /** A number with as many bits as the largest value. */
    private static long bits(List<LongBag.Chunk> chunks) {
        long bits = 0;
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                bits |= values[i];
            }
        }
        return bits;
    }

    private static int width(long largest) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(largest | 1);
        return (bits + 7) / 8;
    }
}
