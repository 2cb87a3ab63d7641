package com.opsatc.connector.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of an XML document, refused before a name, a value or a text in it grows past all measure: the parser bounds values,
 * but would take a name of any length into memory. What lies between two {@code <} bounds them all.
 */
final class ElementBudget extends FilterInputStream {
    private final int most;
    private long sinceElement;

    ElementBudget(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        for (int i = offset; i < offset + got; i++) {
            sinceElement = into[i] == '<' ? 0 : sinceElement + 1;
            if (sinceElement > most) {
                throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
            }
        }

        return got;
    }
}
