package com.opsatc.tenancy.source;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The read-only door to a tenant's extracts: a file, or a folder and its direct subfolders.
 *
 * <p>Guarantee: it has no way to write; links, FIFOs, devices and sockets are not followed, not opened, and not listed.
 * Hidden names, which copying programs use for unfinished files, are not listed either.
 */
public final class ReadOnlySource {
    private final Path root;

    private ReadOnlySource(Path root) {
        this.root = root;
    }

    /**
     * @param path a regular file or a folder; what lies above it may be links
     * @throws PipelineException when there is no such file or folder, or it is a link itself
     */
    public static ReadOnlySource of(Path path) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read extracts at " + path + ": there is no regular file or folder of that name (links are"
                            + " refused); correct the source's path");
        }

        return new ReadOnlySource(path.toAbsolutePath().normalize());
    }

    /** The regular files, by relative name in code unit order; a single file has its own name. */
    public List<SourceFile> files() {
        try {
            List<SourceFile> files = new ArrayList<>();
            if (Files.isRegularFile(root, LinkOption.NOFOLLOW_LINKS)) {
                files.add(file(root.getFileName().toString(), root));
            } else {
                collect(root, "", files);
            }

            return files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a listed file from its beginning; the caller closes it. */
    public InputStream open(SourceFile file) throws IOException {
        Path path = Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS) ? root.resolve(file.name()) : root;
        if (files().stream().noneMatch(listed -> listed.name().equals(file.name()))) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read extract " + file.name()
                            + ": it is gone, or no regular file any more; deliver it again");
        }

        return Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static void collect(Path folder, String prefix, List<SourceFile> files) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }

                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file(prefix + name, entry));
                } else if (prefix.isEmpty() && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, name + "/", files);
                }
            }
        }
    }

    private static SourceFile file(String name, Path path) throws IOException {
        return new SourceFile(name, path, Files.size(path));
    }
}
