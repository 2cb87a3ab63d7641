package com.opsatc.jobs.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last door to a screen: whatever way a text took, in JSON, CSV or a draft, a character that could command the screen, or
 * hide or reorder what is read, is written as {@code \\u…}, which JSON reads as the same character.
 *
 * <p>Line ends, tabs, carriage returns, and escapes as {@link Style} and {@link ProgressDisplay} write them pass: other
 * control characters of a tenant's text are {@link Shown} before they come here, and JSON has none. Not for files and pipes,
 * which get every byte as it is.
 */
final class ScreenStream extends FilterOutputStream {
    private static final int LONGEST_CHARACTER = 4;
    private static final String PASSING = "\n\r\t\u001b";

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] cut = new byte[0];

    ScreenStream(OutputStream screen) {
        super(screen);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] all = Arrays.copyOf(cut, cut.length + length);
        System.arraycopy(bytes, offset, all, cut.length, length);
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer text = CharBuffer.allocate(all.length + LONGEST_CHARACTER);
        utf8.reset().decode(in, text, false);
        cut = Arrays.copyOfRange(all, in.position(), all.length);
        StringBuilder shown = new StringBuilder();
        text.flip().codePoints().forEach(c -> append(shown, c));
        out.write(shown.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder shown, int c) {
        if (PASSING.indexOf(c) >= 0) {
            shown.appendCodePoint(c);
        } else {
            Shown.append(shown, c);
        }
    }
}
