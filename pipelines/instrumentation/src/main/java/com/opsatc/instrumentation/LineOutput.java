package com.opsatc.instrumentation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Passes on whole lines, line end included, however they are written; what follows the last line end waits for its own. */
final class LineOutput extends OutputStream {
    private final Consumer<byte[]> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);

    LineOutput(Consumer<byte[]> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int one) {
        line.write(one);
        if (one == '\n') {
            lines.accept(line.toByteArray());
            line.reset();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }
}
