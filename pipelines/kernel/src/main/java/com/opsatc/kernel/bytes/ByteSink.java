package com.opsatc.kernel.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes being written: fixed-width and variable-length integers, little endian. */
public final class ByteSink {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[256];
    private int size;

    public void writeLong(long value) {
        ensure(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Writes a number that is not negative in one byte for each 7 bits. */
    public void writeVarint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Writes the lowest {@code width} bytes of each of the first {@code length} values, divided by {@code divisor}. */
    public void writePacked(long[] values, int length, int width, long divisor) {
        ensure((long) length * width + Long.BYTES);
        byte[] into = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            // Dividing by one is as slow as dividing by anything else.
            LONGS.set(into, at, divisor == 1 ? values[i] : values[i] / divisor);
            at += width;
        }
        size = at;
    }

    /** Writes bytes that {@link ByteSource#readBytes} gives back. */
    public void writeBytes(byte[] more) {
        writeVarint(more.length);
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void ensure(long more) {
        long needed = size + more;
        if (needed <= bytes.length) {
            return;
        }

        if (needed > LARGEST_ARRAY) {
            throw new IllegalStateException(
                    "Cannot serialise a mining state of more than 2 GiB; give the log more buckets");
        }

        bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST_ARRAY, Math.max(needed, bytes.length * 2L)));
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
