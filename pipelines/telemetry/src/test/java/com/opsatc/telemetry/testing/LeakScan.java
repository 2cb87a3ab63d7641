package com.opsatc.telemetry.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds values in bytes, in any of the forms in which a program would let them slip: raw, in another case, URL-encoded, in
 * hexadecimal, base64 at each of its three offsets, UTF-16, and as MD5, SHA-1, SHA-256 or keyed hashes, these in turn raw, in
 * hexadecimal and base64. Compressed input is searched as it is and unpacked; of a Parquet file the pages, the values as text,
 * the statistics and the footer are searched as well.
 *
 * <p>All forms are looked for at once: the eight bytes at each place are looked up among the beginnings of the forms.
 */
public final class LeakScan {
    private static final int BEGINNING = 8;

    private final Map<Long, List<Form>> forms = new HashMap<>();

    private record Form(String name, byte[] bytes) {}

    /** @param keys under which keyed hashes are looked for as well */
    public LeakScan(Collection<String> values, List<byte[]> keys) {
        for (String value : values) {
            texts(value);
            bytes("sha-256 of " + value, digest("SHA-256", value));
            bytes("sha-1 of " + value, digest("SHA-1", value));
            bytes("md5 of " + value, digest("MD5", value));
            for (byte[] key : keys) {
                bytes("keyed hash of " + value, hmac(key, value.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Looks for a form of its own as well, and for it in hexadecimal and base64. */
    public LeakScan also(String name, byte[] bytes) {
        bytes(name, bytes);
        return this;
    }

    public static LeakScan ofCanaries() {
        return new LeakScan(Canaries.values(), List.of());
    }

    /** What is found, by form, sorted; empty when the bytes are clean. */
    public SortedSet<String> hits(byte[] bytes) {
        SortedSet<String> hits = new TreeSet<>();
        search(folded(bytes), hits);
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            search(folded(unpacked(bytes)), hits);
        }
        if (ParquetDump.isParquet(bytes)) {
            search(folded(ParquetDump.of(bytes)), hits);
        }
        return hits;
    }

    public SortedSet<String> hits(String text) {
        return hits(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is found in a file, or in all files below a folder, and in their names. */
    public SortedSet<String> hits(Path path) {
        SortedSet<String> hits = new TreeSet<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                hits(Files.readAllBytes(file)).forEach(hit -> hits.add(hit + " in " + file.getFileName()));
                hits.addAll(hits(path.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    private void texts(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        form("raw " + value, utf8);
        form("latin-1 " + value, value.getBytes(StandardCharsets.ISO_8859_1));
        form("url-encoded " + value, ascii(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        form(
                "url-encoded " + value,
                ascii(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        form("utf-16 " + value, value.getBytes(StandardCharsets.UTF_16LE));
        form("utf-16 " + value, value.getBytes(StandardCharsets.UTF_16BE));
        encoded(value, utf8);
    }

    private void bytes(String name, byte[] bytes) {
        form(name, bytes);
        encoded(name, bytes);
    }

    private void encoded(String name, byte[] bytes) {
        form("hexadecimal " + name, ascii(HexFormat.of().formatHex(bytes)));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and last characters share bits with what stands beside the value.
            String inner =
                    whole.substring(offset == 0 ? 0 : offset + 1, whole.length() - (shifted.length % 3 == 0 ? 0 : 1));
            form("base64 " + name, ascii(inner));
            form("base64 " + name, ascii(inner.replace('+', '-').replace('/', '_')));
        }
    }

    /** Folded case: a hit in another case is a hit, at the price of a few bits of each form. */
    private void form(String name, byte[] bytes) {
        byte[] folded = folded(bytes);
        if (folded.length >= BEGINNING) {
            forms.computeIfAbsent(ByteBuffer.wrap(folded).getLong(), none -> new ArrayList<>())
                    .add(new Form(name, folded));
        }
    }

    private void search(byte[] folded, SortedSet<String> hits) {
        long window = 0;
        for (int end = 0; end < folded.length; end++) {
            window = window << 8 | (folded[end] & 0xff);
            int start = end - BEGINNING + 1;
            if (start < 0) {
                continue;
            }

            for (Form form : forms.getOrDefault(window, List.of())) {
                int last = start + form.bytes.length;
                if (last <= folded.length && Arrays.equals(folded, start, last, form.bytes, 0, form.bytes.length)) {
                    hits.add(form.name);
                }
            }
        }
    }

    private static byte[] folded(byte[] bytes) {
        byte[] folded = bytes.clone();
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] >= 'A' && folded[i] <= 'Z') {
                folded[i] += 'a' - 'A';
            }
        }
        return folded;
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return new byte[0]; // it only looked like gzip; its raw bytes are searched
        }
    }

    private static byte[] ascii(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(String algorithm, String value) {
        try {
            return MessageDigest.getInstance(algorithm).digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
