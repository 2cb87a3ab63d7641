package com.opsatc.telemetry.ledger;

import com.google.crypto.tink.subtle.PrfHmacJce;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.scope.AnchorFile;
import com.opsatc.tenancy.scope.PlatformScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * A {@link Checkpoint} of the privacy ledger in a file outside the home, beside the root key.
 *
 * <p>Guarantee: a ledger that is used goes on from the checkpoint, so that budget which was spent stays spent when the home or
 * the database is deleted, replaced or brought back from a backup; the checkpoint is durable before noise is drawn. Limit: who
 * brings back home, database and this file from one moment is not noticed, nor is who removes all three. The file is the
 * checkpoint's text and a line {@code mac} with its HMAC-SHA256 under a key derived from the platform's.
 */
final class LedgerAnchor {
    private static final String PURPOSE = "privacy-anchor";
    private static final String MAC = "mac ";
    private static final int MAC_BYTES = 32;
    private static final int LONGEST = 1 << 16;

    private final PlatformScope scope;
    private final Path file;

    private LedgerAnchor(PlatformScope scope) {
        this.scope = scope;
        this.file = scope.anchor().path();
    }

    static LedgerAnchor of(PlatformScope scope) {
        return new LedgerAnchor(scope);
    }

    /**
     * Requires that the chain, all of it committed, goes on from the anchor, and moves the anchor to its end, durably.
     *
     * @return the number of entries at which the anchor stood; 0 for a new one
     */
    long catchUp(LedgerChain chain) {
        Optional<Checkpoint> found = verify(chain);
        long sequence = found.map(Checkpoint::sequence).orElse(0L);
        if (found.isEmpty() || sequence < chain.length()) {
            write(chain);
        }

        return sequence;
    }

    /**
     * Requires that the chain, all of it committed, goes on from the anchor, and changes neither: what is past the anchor stays
     * known as undrawn.
     *
     * @return the anchor; none for a chain without entries that was never used
     */
    Optional<Checkpoint> verify(LedgerChain chain) {
        Optional<Checkpoint> found = find();
        if (found.isEmpty() && chain.length() > 0) {
            throw refused("the ledger has " + chain.length()
                    + " entries, but the anchor is missing; put it back from where this"
                    + " installation's root key was before");
        }

        found.ifPresent(anchored -> requireGoesOn(anchored, chain));
        return found;
    }

    private void write(LedgerChain chain) {
        String text = Checkpoint.of(scope.keyId(), chain).text();
        String signed = text + MAC + HexFormat.of().formatHex(mac(text)) + "\n";
        try {
            DurableFile.replace(file, signed.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireGoesOn(Checkpoint anchored, LedgerChain chain) {
        if (chain.length() < anchored.sequence()) {
            throw refused("the anchor knows " + anchored.summary() + ", but the ledger ends at entry " + chain.length()
                    + ": the home or its database was deleted, replaced or restored to an earlier state"
                    + AnchorFile.RESTORE);
        }

        if (!chain.hashAt(anchored.sequence()).equals(anchored.entrySha256())) {
            throw refused("the anchor knows " + anchored.summary() + ", but the ledger's entry " + anchored.sequence()
                    + " is another one: the home or its database was replaced" + AnchorFile.RESTORE);
        }

        // Noise is drawn after the anchor has moved: what is past it can only be reserved.
        if (chain.past(anchored.sequence()).stream().anyMatch(entry -> entry.vectorSha256() != null)) {
            throw refused("the anchor knows " + anchored.summary() + ", but later entries have noise: the anchor was"
                    + " restored to an earlier state; restore its last one");
        }
    }

    private Optional<Checkpoint> find() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }

        String whole = read();
        int end = whole.lastIndexOf(MAC);
        String text = end < 0 ? whole : whole.substring(0, end);
        Checkpoint claimed = Checkpoint.parse(text).orElseThrow(this::notAuthentic);
        if (!claimed.keyId().equals(scope.keyId())) {
            throw refused(
                    "the anchor was written with another platform key: the home was replaced, or another home uses"
                            + " this root key too; restore the home that the anchor belongs to, or give this one a root key of its"
                            + " own");
        }

        if (!MessageDigest.isEqual(
                whole.getBytes(StandardCharsets.ISO_8859_1),
                (text + MAC + HexFormat.of().formatHex(mac(text)) + "\n").getBytes(StandardCharsets.ISO_8859_1))) {
            throw notAuthentic();
        }

        return Optional.of(claimed);
    }

    private String read() {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
                throw notAuthentic();
            }

            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] mac(String text) {
        return scope.lend(PURPOSE, key -> {
            try {
                return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"))
                        .compute(text.getBytes(StandardCharsets.US_ASCII), MAC_BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA256 is not available", e);
            }
        });
    }

    private PipelineException notAuthentic() {
        return refused("the anchor cannot be authenticated: it was altered, cut or replaced; restore its last state");
    }

    private PipelineException refused(String why) {
        return new PipelineException(
                ErrorCode.POLICY_REFUSED, "Cannot use the privacy ledger with its anchor " + file + ": " + why);
    }
}
