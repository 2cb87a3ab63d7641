package com.opsatc.connector.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters of a file, decoded strictly: bytes that are not text of the character set refuse the file, with a guess at the
 * right one, instead of turning into question marks. It also bounds what a parser may take for one record.
 */
final class Characters extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;
    private static final int BOM = 4;
    /** What spreadsheets write above the header; it may stand in quotes. */
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=(.)\"?(\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);

    private static final int SEPARATOR_LINE = 10;

    private final EncodingGuess bytes;
    private final BufferedReader decoded;
    private final int mostChars;
    private long sinceRecord;

    Characters(InputStream content, String encoding) throws IOException {
        this(content, encoding, Limits.USUAL);
    }

    Characters(InputStream content, String encoding, Limits limits) throws IOException {
        mostChars = limits.recordChars();
        BufferedInputStream marked = new BufferedInputStream(content);
        marked.mark(BOM);
        Optional<String> named = EncodingGuess.named(marked.readNBytes(BOM));
        marked.reset();
        if (named.isPresent() && !encoding.toUpperCase(Locale.ROOT).startsWith(named.get())) {
            throw new RefusedFile(RefusedFile.WRONG_ENCODING, List.of(named.get()));
        }

        bytes = new EncodingGuess(marked, encoding);
        decoded = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        Charset.forName(encoding)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        decoded.mark(1);
        if (one() != BYTE_ORDER_MARK) {
            decoded.reset();
        }
    }

    /** Moves past a first line that names the delimiter, such as {@code sep=;}, and gives the delimiter. */
    Optional<String> separatorLine() throws IOException {
        Matcher line = SEPARATOR.matcher(peek(SEPARATOR_LINE));
        if (!line.lookingAt()) {
            return Optional.empty();
        }

        decoded.skip(line.end());
        return Optional.of(line.group(1));
    }

    /** The first characters, without moving on. */
    String peek(int length) throws IOException {
        decoded.mark(length);
        char[] head = new char[length];
        int got = 0;
        while (got < length) {
            int more = some(head, got, length - got);
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
        int got = some(into, offset, length);
        sinceRecord += Math.max(0, got);
        if (sinceRecord > mostChars) {
            throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
        }

        return got;
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }

    private int one() throws IOException {
        char[] one = new char[1];
        return some(one, 0, 1) < 0 ? -1 : one[0];
    }

    private int some(char[] into, int offset, int length) throws IOException {
        try {
            int got = decoded.read(into, offset, length);
            for (int i = offset; i < offset + got; i++) {
                // No text has NUL; UTF-16 read as an 8-bit character set does.
                if (into[i] == 0) {
                    throw wrongEncoding();
                }
            }

            return got;
        } catch (CharacterCodingException e) {
            RefusedFile refused = wrongEncoding();
            refused.initCause(e);
            throw refused;
        }
    }

    private RefusedFile wrongEncoding() {
        return new RefusedFile(
                RefusedFile.WRONG_ENCODING, bytes.likely().map(List::of).orElse(List.of()));
    }
}
