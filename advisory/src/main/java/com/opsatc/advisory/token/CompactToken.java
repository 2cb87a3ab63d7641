package com.opsatc.advisory.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A signed token taken apart, unverified.
 *
 * <p>Guarantee: it was written in the only way that is accepted, so that no two parsers can read it differently: three
 * base64url segments without padding or stray bits, each JSON part an object in UTF-8 without a mark, a duplicate key, or
 * anything around it.
 */
record CompactToken(JsonNode header, JsonNode claims, int signatureBytes) {
    private static final int MAX_CHARACTERS = 4096;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+");

    static CompactToken parse(String token) {
        if (token.length() > MAX_CHARACTERS || !FORM.matcher(token).matches()) {
            throw new TokenRejectedException(Rejection.MALFORMED);
        }

        String[] segments = token.split("[.]", -1);
        return new CompactToken(object(decode(segments[0])), object(decode(segments[1])), decode(segments[2]).length);
    }

    private static byte[] decode(String segment) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(segment);
        } catch (IllegalArgumentException e) {
            throw new TokenRejectedException(Rejection.MALFORMED);
        }

        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(segment)) {
            throw new TokenRejectedException(Rejection.MALFORMED);
        }
        return bytes;
    }

    private static JsonNode object(byte[] json) {
        // A JSON parser guesses UTF-16 and skips a byte order mark: braces at both ends leave UTF-8 only.
        if (json.length < 2 || json[0] != '{' || json[json.length - 1] != '}') {
            throw new TokenRejectedException(Rejection.MALFORMED);
        }

        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return CanonicalJson.tree(text.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException | PipelineException e) {
            throw new TokenRejectedException(Rejection.MALFORMED);
        }
    }
}
