package com.opsatc.tenancy.source;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The read-only door to a tenant's extracts: a file, or a folder and its direct subfolders.
 *
 * <p>Guarantee: it has no way to write; links, FIFOs, devices and sockets are not followed, not opened, and not listed.
 * Hidden names, which copying programs use for unfinished files, are not listed either, nor what Spark and Hive put beside the
 * Parquet files that they write.
 */
public final class ReadOnlySource {
    private static final Set<String> MARKERS = Set.of("_SUCCESS", "_metadata", "_common_metadata");

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

    /**
     * The regular files, by relative name in code unit order; a single file has its own name. The folder is listed once.
     *
     * @throws PipelineException (configuration) when it cannot be listed
     */
    public List<SourceFile> files() {
        try {
            List<SourceFile> files = new ArrayList<>();
            BasicFileAttributes attributes = attributes(root);
            if (attributes.isRegularFile()) {
                files.add(file(root.getFileName().toString(), root, attributes));
            } else {
                collect(root, "", files);
            }

            return files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot list the extracts at " + root + ": the operating system refuses it ("
                            + e.getClass().getSimpleName() + "); permit reading the folder, and run again",
                    e);
        }
    }

    /**
     * Opens a listed file; the caller closes it.
     *
     * @throws ReplacedFileException when it is gone, or something else lies under its name
     * @throws LinkedFileException when it has a second name
     */
    public OpenedFile open(SourceFile file) throws IOException {
        boolean inside = file.path().equals(root) || file.path().startsWith(root);
        if (!inside || !file.path().equals(file.path().normalize())) {
            throw new ReplacedFileException(file.name(), null);
        }

        return OpenedFile.open(file);
    }

    private void collect(Path folder, String prefix, List<SourceFile> files) throws IOException {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.toList();
        } catch (AccessDeniedException e) {
            if (prefix.isEmpty()) {
                throw e;
            }

            files.add(new SourceFile(prefix, folder, 0, "", null, true));
            return;
        }

        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".") || MARKERS.contains(name)) {
                continue;
            }

            BasicFileAttributes attributes = attributes(entry);
            if (attributes.isRegularFile()) {
                files.add(file(prefix + name, entry, attributes));
            } else if (prefix.isEmpty() && attributes.isDirectory()) {
                collect(entry, name + "/", files);
            }
        }
    }

    private SourceFile file(String name, Path path, BasicFileAttributes attributes) throws IOException {
        return new SourceFile(
                name,
                path,
                attributes.size(),
                String.valueOf(attributes.fileKey()),
                changed(path),
                findsAgain(name, path));
    }

    private static Instant changed(Path path) throws IOException {
        try {
            FileTime changed = (FileTime) Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            return changed.toInstant();
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return null; // a system without it
        }
    }

    private boolean findsAgain(String name, Path path) {
        try {
            return path.equals(root) || path.equals(root.resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
