package com.opsatc.tenancy.store;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.key.LengthPrefixed;
import com.opsatc.tenancy.key.TenantKey;
import com.opsatc.tenancy.key.TenantKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Stored files, format version 1: a {@link FileHeader} of 60 bytes, then Tink's AES256-GCM-HKDF-SHA256 streaming AEAD in
 * segments of 1 MiB aligned to the file (the first one is shorter by the header): 1 byte of length, 32 bytes of salt, 7
 * bytes of nonce prefix, then each segment's ciphertext and 16-byte tag.
 *
 * <p>Guarantee: a file is read back only as what was written by the same tenant, region, purpose and key, under the same
 * relative path; altered, cut, extended, moved, foreign and plaintext files are refused with the path and the reason, before
 * any of their bytes are handed out by the segment concerned. Cuts show at opening, because the last segment is checked
 * then. Which version of the key a file needs is in its header, and a version that is not there is refused. Limit: an older file put back under its own path is refused only by whoever holds its digest (the run manifest).
 * Associated data: length-prefixed header, tenant, region, purpose, relative path.
 */
final class EncryptedFormat {
    static final int SEGMENT = 1 << 20;

    /** What an empty file takes: header, Tink's length, salt and nonce prefix, one tag. */
    static final int SMALLEST = FileHeader.SIZE + 1 + 32 + 7 + 16;

    private final TenantKeys keys;

    EncryptedFormat(TenantKeys keys) {
        this.keys = keys;
    }

    /** Writes the header and returns where the plaintext goes; closing it writes the last segment. */
    OutputStream encrypt(StorePath path, OutputStream raw) throws IOException {
        DataPurpose purpose = path.purpose();
        TenantKey key = keys.current();
        FileHeader header = FileHeader.of(key, purpose);
        byte[] sealed = key.lend(purpose.folder(), header::seal);
        raw.write(sealed);
        try {
            return cipher(key, purpose).newEncryptingStream(raw, associatedData(key, sealed, path));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** Checks header and last segment and returns the plaintext; closes the raw channel when it refuses. */
    SeekableByteChannel decrypt(StorePath path, SeekableByteChannel raw) throws IOException {
        try {
            DataPurpose purpose = path.purpose();
            byte[] header = readHeader(path, raw);
            TenantKey key = key(path, header);
            key.lend(purpose.folder(), purposeKey -> FileHeader.of(key, purpose).refuse(header, purposeKey))
                    .ifPresent(why -> {
                        throw refused(path, why);
                    });
            SeekableByteChannel plain =
                    cipher(key, purpose).newSeekableDecryptingChannel(raw, associatedData(key, header, path));
            VerifiedChannel verified = new VerifiedChannel(path, plain);
            verified.checkEnd();
            return verified;
        } catch (GeneralSecurityException | IOException e) {
            raw.close();
            throw refused(path, VerifiedChannel.ALTERED);
        } catch (RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    static PipelineException refused(StorePath path, String why) {
        String remedy = path.purpose() == DataPurpose.TELEMETRY
                ? "restore the file; the platform does not make it a second time"
                : "restore the file or run the tenant again";

        return new PipelineException(ErrorCode.STORE, "Cannot read " + path + ": " + why + "; " + remedy);
    }

    /** The version of the key that the header names. It is not to be believed yet: the commitment is under that key. */
    private TenantKey key(StorePath path, byte[] header) {
        FileHeader.refuseFormat(header).ifPresent(why -> {
            throw refused(path, why);
        });
        int version = FileHeader.keyVersion(header);
        return keys.version(version)
                .orElseThrow(() -> refused(
                        path,
                        "it names version " + version + " of its key, and there are only those to " + keys.newest()
                                + ": it was altered, or written by a newer release"));
    }

    private static byte[] readHeader(StorePath path, SeekableByteChannel raw) throws IOException {
        if (raw.size() < SMALLEST) {
            throw refused(path, "it is cut or no encrypted file of this platform");
        }

        ByteBuffer header = ByteBuffer.allocate(FileHeader.SIZE);
        raw.position(0);
        while (header.hasRemaining() && raw.read(header) >= 0) {}
        return header.array();
    }

    private static AesGcmHkdfStreaming cipher(TenantKey key, DataPurpose purpose) {
        return key.lend(purpose.folder(), purposeKey -> {
            try {
                return new AesGcmHkdfStreaming(purposeKey, "HmacSha256", purposeKey.length, SEGMENT, FileHeader.SIZE);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-GCM is not available", e);
            }
        });
    }

    private static byte[] associatedData(TenantKey key, byte[] header, StorePath path) {
        return LengthPrefixed.of(
                header,
                utf8(key.tenant().value()),
                utf8(key.region().value()),
                utf8(path.purpose().folder()),
                utf8(path.text()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
