package com.opsatc.boundary.audit.note;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the texts about a log have in common: strict UTF-8, Base64 with one spelling for each value, decimal sizes. */
final class NoteText {
    private NoteText() {}

    /** UTF-8 without control characters but the line end, or a refusal. */
    static String of(byte[] bytes, String what) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(what, "it is no valid UTF-8");
        }

        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw refused(what, "it holds a control character");
        }

        return text;
    }

    /** Bytes of RFC 4648, section 4; another spelling of the same bytes is refused, so that what is signed has one form. */
    static byte[] base64(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw refused(what, "it holds what is no Base64");
        }
        throw refused(what, "it holds Base64 of another spelling than the one there is for these bytes");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A number from 0 in decimal digits without leading zeroes. */
    static long decimal(String text, String what) {
        if (!text.matches("0|[1-9][0-9]{0,18}")) {
            throw refused(what, "a size or an index must be decimal digits without leading zeroes");
        }

        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(what, "a size or an index is too large");
        }
    }

    static boolean legalName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static PipelineException refused(String what, String why) {
        return new PipelineException(ErrorCode.STORE, "Cannot accept " + what + ": " + why);
    }
}
