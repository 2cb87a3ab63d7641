package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.Permissions;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** The seed of a witness's key: 32 random bytes in the file {@code witness.key} of its own directory, for its owner only. */
public final class WitnessKeyFile {
    private static final int SEED = 32;

    private WitnessKeyFile() {}

    /** Lends the seed, which is made the first time; the array is zeroed afterwards. */
    public static <T> T lend(Path directory, Function<byte[], T> use) {
        Path file = PrivateDirectory.create(directory).resolve("witness.key");
        byte[] seed = read(file);
        try {
            return use.apply(seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }

            byte[] seed = Files.readAllBytes(file);
            if (seed.length != SEED || Permissions.openToOthers(file)) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot use the key of the witness, " + file
                                + ": it must be 32 bytes that its owner alone may read; run chmod 600 on it, or restore it");
            }

            return seed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            DurableFile.create(file, Random.randBytes(SEED));
        } catch (FileAlreadyExistsException e) {
            return; // another process was first
        }
    }
}
