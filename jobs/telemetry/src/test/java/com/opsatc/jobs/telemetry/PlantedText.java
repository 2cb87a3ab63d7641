package com.opsatc.jobs.telemetry;

import com.opsatc.contract.id.Sha256;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds planted values in bytes: raw, in another case, escaped for HTML or URLs, in UTF-16, hexadecimal, base64 at each of its
 * three offsets, and as MD5, SHA-1 and SHA-256, these in hexadecimal and base64.
 */
final class PlantedText {
    private final SortedMap<String, String> forms = new TreeMap<>();

    PlantedText(List<String> values) {
        values.forEach(this::add);
    }

    /** What is found, by form; empty when the bytes are clean. */
    SortedSet<String> hits(byte[] bytes) {
        String text = latin(bytes).toLowerCase(Locale.ROOT);
        SortedSet<String> hits = new TreeSet<>();
        forms.forEach((form, name) -> {
            if (text.contains(form)) {
                hits.add(name);
            }
        });

        return hits;
    }

    private void add(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        form("raw", value, latin(utf8));
        String escaped = latin(utf8).replace("&", "&amp;");
        form("HTML", value, escaped);
        form("HTML attribute", value, escaped.replace("\"", "&#34;"));
        form("URL", value, URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            form(charset.name(), value, latin(value.getBytes(charset)));
        }
        encoded("raw", value, utf8);
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            encoded(algorithm, value, digest(algorithm, utf8));
        }
        form("digest", value, Sha256.of(value).toString());
    }

    private void encoded(String name, String value, byte[] bytes) {
        form("hexadecimal " + name, value, HexFormat.of().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and last characters share bits with what stands beside the value.
            String inner =
                    whole.substring(offset == 0 ? 0 : offset + 1, whole.length() - (shifted.length % 3 == 0 ? 0 : 1));
            form("base64 " + name, value, inner);
            form("base64 " + name, value, inner.replace('+', '-').replace('/', '_'));
        }
    }

    private void form(String name, String value, String form) {
        forms.put(form.toLowerCase(Locale.ROOT), name + " " + value);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
