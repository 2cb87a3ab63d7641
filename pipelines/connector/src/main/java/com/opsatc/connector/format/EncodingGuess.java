package com.opsatc.connector.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/** Keeps the bytes that were read last, and guesses from them which character set they may be of. */
final class EncodingGuess extends FilterInputStream {
    private static final int BOM = 3;
    /** What short Western text is taken for, and hardly any export is written in. */
    private static final Pattern UNLIKELY = Pattern.compile("UTF-8|US-ASCII|MAC.*|IBM.*|TIS.*");

    private static final String WESTERN = "windows-1252";
    private static final int MOSTLY = 10;

    private final String declared;
    private byte[] last = new byte[0];
    private boolean lastAtOddPlace;
    private long position;

    EncodingGuess(InputStream in, String declared) {
        super(in);
        this.declared = declared;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        if (got > 0) {
            last = Arrays.copyOfRange(into, offset, offset + got);
            lastAtOddPlace = position % 2 == 1;
            position += got;
        }

        return got;
    }

    /** The character set that a byte order mark names; empty without one. */
    static Optional<String> named(byte[] first) {
        if (first.length >= BOM && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF) {
            return Optional.of("UTF-8");
        }

        boolean sixteen = first.length >= 2
                && (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE
                        || first[0] == (byte) 0xFE && first[1] == (byte) 0xFF);
        return sixteen ? Optional.of("UTF-16") : Optional.empty();
    }

    /** The likeliest character set of the bytes read last; empty when nothing speaks for one. */
    Optional<String> likely() {
        return wide().or(this::narrow);
    }

    /** Western letters in two bytes each: every other byte is zero. */
    private Optional<String> wide() {
        int[] zeros = new int[2];
        for (int i = 0; i < last.length; i++) {
            zeros[(i + (lastAtOddPlace ? 1 : 0)) % 2] += last[i] == 0 ? 1 : 0;
        }

        int few = last.length / 8;
        if (zeros[0] <= few && zeros[1] <= few) {
            return Optional.empty();
        }

        return Optional.of(zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE");
    }

    private Optional<String> narrow() {
        for (byte each : last) {
            if (each == 0) {
                return Optional.empty();
            }
        }

        if (!declared.equalsIgnoreCase("UTF-8") && decodes("UTF-8")) {
            return Optional.of("UTF-8");
        }

        UniversalDetector detector = new UniversalDetector();
        detector.handleData(last);
        detector.dataEnd();
        Optional<String> detected = Optional.ofNullable(detector.getDetectedCharset())
                .filter(name -> !UNLIKELY.matcher(name).matches() && !name.equalsIgnoreCase(WESTERN))
                .filter(name -> Charset.isSupported(name) && decodes(name));
        return detected.isPresent() ? detected : Optional.of(WESTERN).filter(name -> decodes(name) && isOfLetters());
    }

    /**
     * Whether what lies beyond ASCII is letters, as in Western words. The detector takes for Western text whatever it has too
     * little of; short text of another script has signs and quotes in it then, and nothing speaks for any character set.
     */
    private boolean isOfLetters() {
        long beyond = 0;
        long letters = 0;
        for (char each : new String(last, Charset.forName(WESTERN)).toCharArray()) {
            beyond += each > 0x7f ? 1 : 0;
            letters += each > 0x7f && Character.isLetter(each) ? 1 : 0;
        }

        return letters * MOSTLY >= beyond * (MOSTLY - 1);
    }

    private boolean decodes(String charset) {
        try {
            // The last character may be cut.
            byte[] whole = Arrays.copyOf(last, Math.max(0, last.length - last.length % 2));
            return Charset.forName(charset)
                            .newDecoder()
                            .decode(ByteBuffer.wrap(whole))
                            .length()
                    > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
