package com.opsatc.jobs.host.child;

import com.opsatc.contract.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Names the code that a run computes with: the product's version and a digest of its own classes and of the names of the
 * libraries, which carry their versions.
 *
 * <p>It is a part of the run id: other code is another meaning, even when the version was not raised. Jars and folders of
 * the same classes have the same name.
 */
public final class CodeVersion {
    private static final int DIGITS = 12;

    private CodeVersion() {}

    /** @param classPath the run's class path; entries of this product are folders, or jars named {@code opsatc-…} */
    public static String of(String version, List<Path> classPath) {
        SortedMap<String, Sha256> parts = new TreeMap<>();
        try {
            for (Path entry : classPath) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    folder(entry, parts);
                } else if (name.startsWith("opsatc-")) {
                    jar(entry, parts);
                } else {
                    parts.put("library " + name, Sha256.of(""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        MessageDigest digest = Sha256.digest();
        parts.forEach((name, sha256) -> digest.update((name + "\n" + sha256 + "\n").getBytes(StandardCharsets.UTF_8)));

        return version + "-" + Sha256.finish(digest).hex().substring(0, DIGITS);
    }

    private static void folder(Path folder, SortedMap<String, Sha256> parts) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), parts);
        }
    }

    private static void jar(Path jar, SortedMap<String, Sha256> parts) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(entry.getName(), in.readAllBytes(), parts);
                    }
                }
            }
        }
    }

    private static void add(String name, byte[] bytes, SortedMap<String, Sha256> parts) {
        if (!name.startsWith("META-INF/")) {
            parts.put("own " + name + " " + Sha256.of(bytes), Sha256.of(bytes));
        }
    }
}
