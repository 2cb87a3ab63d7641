package com.opsatc.boundary.audit.witness;

import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.boundary.audit.note.VerifierKey;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a witness remembers, in a directory of its own: of each log the key it knew it by first, and the last checkpoint that it
 * cosigned. Both are on disk before anything is answered. Limit: an older copy of the directory makes it forget.
 */
final class WitnessState {
    private final Path directory;

    WitnessState(Path directory) {
        this.directory = PrivateDirectory.create(directory);
    }

    /** The last checkpoint of a log that was cosigned, with the cosignature. */
    Optional<SignedNote> latest(String originHash) {
        return read(originHash + ".checkpoint").map(text -> SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    void keep(String origin, SignedNote cosigned) {
        try {
            DurableFile.replace(directory.resolve(hash(origin) + ".checkpoint"), cosigned.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that a log was known by first. */
    Optional<VerifierKey> key(String origin) {
        return read(hash(origin) + ".key").map(String::strip).map(VerifierKey::parse);
    }

    /** Knows a log by this key from now on. */
    void pin(String origin, VerifierKey key) {
        try {
            DurableFile.create(directory.resolve(hash(origin) + ".key"), (key + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            return; // known already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a log is named in files and paths: the SHA-256 of its origin, in hexadecimal digits. */
    static String hash(String origin) {
        return Sha256.of(origin).hex();
    }

    private Optional<String> read(String name) {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }

        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
