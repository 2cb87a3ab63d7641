package com.opsatc.kernel.bytes;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** Reads what a {@link ByteSink} wrote, and refuses what it cannot have written. */
public final class ByteSource {
    private final byte[] bytes;
    private int at;

    public ByteSource(byte[] bytes) {
        this.bytes = requireNonNull(bytes, "bytes");
    }

    public long readLong() {
        require(Long.BYTES);
        long value = (long) ByteSink.LONGS.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    public long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            require(1);
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    /** A number of things that follow, each of at least one byte. */
    public int readCount() {
        int count = readBelow(Integer.MAX_VALUE);
        require(count);
        return count;
    }

    public int readBelow(int limit) {
        long value = readVarint();
        if (value >= limit) {
            throw damaged();
        }

        return (int) value;
    }

    public byte[] readBytes() {
        int length = readCount();
        byte[] read = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return read;
    }

    public long[] readPacked(int length, int width, long multiplier) {
        require((long) length * width);
        long[] values = new long[length];
        long mask = width == Long.BYTES ? -1 : (1L << (width * 8)) - 1;
        for (int i = 0; i < length; i++) {
            values[i] = (wordAt(at, width) & mask) * multiplier;
            at += width;
        }
        return values;
    }

    /** The eight bytes at a place, or as many of {@code width} bytes as the array still has. */
    private long wordAt(int place, int width) {
        if (place + Long.BYTES <= bytes.length) {
            return (long) ByteSink.LONGS.get(bytes, place);
        }

        long word = 0;
        for (int i = width - 1; i >= 0; i--) {
            word = word << 8 | (bytes[place + i] & 0xFF);
        }
        return word;
    }

    public void requireEnd() {
        if (at != bytes.length) {
            throw damaged();
        }
    }

    private void require(long count) {
        if (count > bytes.length - at) {
            throw damaged();
        }
    }

    public IllegalArgumentException damaged() {
        return new IllegalArgumentException("Cannot read a mining state: its bytes are damaged at offset " + at + " of "
                + bytes.length + "; send them whole");
    }
}
