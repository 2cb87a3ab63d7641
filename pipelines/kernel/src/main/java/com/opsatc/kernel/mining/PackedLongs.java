package com.opsatc.kernel.mining;

import java.util.List;

/**
 * Durations in as few whole bytes each as the largest needs; most sources record whole seconds or milliseconds, so what they
 * have in common is divided out first.
 */
final class PackedLongs {
    private static final List<Long> UNITS_US = List.of(1_000_000L, 1_000L, 1L);

    private PackedLongs() {}

    static void write(ByteSink sink, LongBag bag) {
        List<LongBag.Chunk> chunks = bag.chunks();
        int unit = 0;
        while (!wholeIn(UNITS_US.get(unit), chunks)) {
            unit++;
        }
        long divisor = UNITS_US.get(unit);
        int width = width(largest(chunks) / divisor);
        sink.writeVarint(bag.count());
        sink.writeVarint(unit);
        sink.writeVarint(width);
        for (LongBag.Chunk chunk : chunks) {
            sink.writePacked(chunk.values(), chunk.length(), width, divisor);
        }
    }

    static void readInto(LongBag bag, ByteSource source) {
        int count = source.readCount();
        long multiplier = UNITS_US.get(source.readBelow(UNITS_US.size()));
        int width = source.readBelow(Long.BYTES + 1);
        if (count > 0 && width == 0) {
            throw source.damaged();
        }

        bag.addAll(source.readPacked(count, width, multiplier), count);
    }

    private static boolean wholeIn(long unitUs, List<LongBag.Chunk> chunks) {
        for (LongBag.Chunk chunk : chunks) {
            long[] values = chunk.values();
            for (int i = 0; i < chunk.length(); i++) {
                if (values[i] % unitUs != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long largest(List<LongBag.Chunk> chunks) {
        long largest = 0;
        for (LongBag.Chunk chunk : chunks) {
            for (int i = 0; i < chunk.length(); i++) {
                largest = Math.max(largest, chunk.values()[i]);
            }
        }
        return largest;
    }

    private static int width(long largest) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(largest | 1);
        return (bits + 7) / 8;
    }
}
