package com.opsatc.connector.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Characters of a file, decoded strictly: bytes that are not text of the character set refuse the file instead of
 * turning into question marks. It also bounds what a parser may take for one record.
 */
final class Characters extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader decoded;
    private long sinceRecord;

    Characters(InputStream bytes, String encoding) throws IOException {
        decoded = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        Charset.forName(encoding)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        decoded.mark(1);
        if (decoded.read() != BYTE_ORDER_MARK) {
            decoded.reset();
        }
    }

    /** The first characters, without moving on. */
    String peek(int length) throws IOException {
        decoded.mark(length);
        char[] head = new char[length];
        int got = 0;
        while (got < length) {
            int more = decoded.read(head, got, length - got);
            if (more < 0) {
                break;
            }

            got += more;
        }

        decoded.reset();
        return new String(head, 0, got);
    }

    /** Says that a record was complete. */
    void recordDone() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int got = decoded.read(into, offset, length);
        sinceRecord += Math.max(0, got);
        if (sinceRecord > Limits.USUAL.recordChars()) {
            throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
        }

        for (int i = offset; i < offset + got; i++) {
            // No text has NUL; UTF-16 read as an 8-bit character set does.
            if (into[i] == 0) {
                throw new RefusedFile(RefusedFile.WRONG_ENCODING);
            }
        }

        return got;
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }
}
