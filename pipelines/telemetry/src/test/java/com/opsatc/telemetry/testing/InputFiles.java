package com.opsatc.telemetry.testing;

import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.IngestInventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes and reads the files of tests. */
public final class InputFiles {
    private InputFiles() {}

    public static Path write(Path file, String... lines) {
        return write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file as one part. */
    public static FilePart part(Path file) {
        return IngestInventory.of(List.of(file), List.of()).files().get(0).whole();
    }
}
