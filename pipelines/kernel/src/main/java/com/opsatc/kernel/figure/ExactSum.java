package com.opsatc.kernel.figure;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import java.math.BigInteger;

/** A sum of numbers that are not negative, however large it grows. */
public final class ExactSum {
    private static final long MOST = Long.MAX_VALUE;

    private BigInteger carried = BigInteger.ZERO;
    private long rest;

    /** @throws IllegalArgumentException if it is negative */
    public void add(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("Invalid addend: it is negative");
        }

        if (value > MOST - rest) {
            carry();
            carried = carried.add(BigInteger.valueOf(value));
        } else {
            rest += value;
        }
    }

    private void carry() {
        carried = total();
        rest = 0;
    }

    public void addAll(ExactSum other) {
        carried = carried.add(other.total());
    }

    public BigInteger total() {
        return carried.add(BigInteger.valueOf(rest));
    }

    public void write(ByteSink sink) {
        sink.writeBytes(total().toByteArray());
    }

    /** Adds what {@link #write} wrote. */
    public void read(ByteSource source) {
        byte[] bytes = source.readBytes();
        if (bytes.length == 0) {
            throw source.damaged();
        }

        carried = carried.add(new BigInteger(bytes));
    }
}
