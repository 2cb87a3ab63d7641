package com.opsatc.connector.format;

import com.opsatc.contract.id.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The content of an extract file: decompressed when its first bytes are those of gzip, whatever its name, with the digest
 * of the bytes as delivered. Every gzip member counts, as RFC 1952 has it.
 *
 * <p>Guarantee: bytes that are cut or damaged, that follow the last member (padding included), or that grow past all
 * proportion, end in {@link RefusedFile}, never in a shorter content. It counts real bytes and trusts no size that the file claims.
 */
public final class ExtractStream extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    /** Text compresses to a hundredth at best; below this size the ratio says nothing. */
    private static final long FREE_BYTES = 16L << 20;

    private static final long MAX_RATIO = 100;

    private final Counted delivered;
    private final MessageDigest sha = Sha256.digest();
    private final InputStream content;
    private final boolean compressed;
    private long size;

    private ExtractStream(InputStream raw, String name) throws IOException {
        this.delivered = new Counted(new DigestInputStream(raw, sha));
        BufferedInputStream buffered = new BufferedInputStream(delivered, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        this.compressed = first == GZIP_FIRST && second == GZIP_SECOND;
        // A cut can leave less than the two bytes that tell gzip from text: then the name tells.
        boolean cut = second < 0 && (first == GZIP_FIRST || named(name));
        if (cut) {
            throw new RefusedFile(RefusedFile.TRUNCATED_GZIP);
        }

        this.content = compressed ? decompressed(buffered) : buffered;
    }

    /**
     * @param raw bytes as delivered; closed with this stream
     * @param name of the file
     * @throws RefusedFile when not even the compression's header is whole
     */
    public static ExtractStream open(InputStream raw, String name) throws IOException {
        return new ExtractStream(raw, name);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int got = content.read(into, offset, length);
            size += Math.max(0, got);
            if (compressed && size > FREE_BYTES && size / MAX_RATIO > delivered.count) {
                throw new RefusedFile(RefusedFile.TOO_LARGE_RATIO);
            }

            return got;
        } catch (RefusedFile e) {
            throw e;
        } catch (IOException e) {
            throw damage(e);
        }
    }

    /** Reads what is left and gives the digest of all bytes as delivered. */
    public Sha256 digest() throws IOException {
        delivered.transferTo(OutputStream.nullOutputStream());
        return Sha256.finish(sha);
    }

    /** How many bytes as delivered were taken so far. */
    public long delivered() {
        return delivered.count;
    }

    @Override
    public void close() throws IOException {
        delivered.close();
    }

    private InputStream decompressed(InputStream buffered) throws IOException {
        try {
            return GzipCompressorInputStream.builder()
                    .setInputStream(buffered)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException e) {
            throw damage(e);
        }
    }

    /** The library has no exception of its own for damage; one of the file itself is left as it is. */
    private IOException damage(IOException cause) {
        if (delivered.failed || !compressed) {
            return cause;
        }

        boolean after = String.valueOf(cause.getMessage()).startsWith("Unexpected data");
        RefusedFile refused = new RefusedFile(
                cause instanceof EOFException
                        ? RefusedFile.TRUNCATED_GZIP
                        : after ? RefusedFile.GARBAGE_AFTER_GZIP : RefusedFile.CORRUPT_GZIP);
        refused.initCause(cause);
        return refused;
    }

    private static boolean named(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** Counts what was taken from the file. */
    private static final class Counted extends java.io.FilterInputStream {
        private long count;
        private boolean failed;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int got = super.read(into, offset, length);
                count += Math.max(0, got);
                return got;
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
