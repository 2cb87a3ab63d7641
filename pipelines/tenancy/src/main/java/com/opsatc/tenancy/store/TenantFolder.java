package com.opsatc.tenancy.store;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The raw, encrypted files of one tenant on a local disk. A path is resolved element by element from the tenant's real
 * root; a link, a second hard link, or anything but a regular file on the way is refused.
 */
final class TenantFolder {
    private final Path root;

    TenantFolder(Path root) throws IOException {
        PrivateDirectory.requirePrivate(root);
        this.root = root.toRealPath();
    }

    DurableFile create(StorePath path) throws IOException {
        Path target = resolve(path);
        PrivateDirectory.create(target.getParent());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.text());
        }

        return DurableFile.start(target);
    }

    FileChannel read(StorePath path) throws IOException {
        Path target = resolve(path);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(
                    ErrorCode.STORE, "Cannot read " + path + ": there is no such file in the store");
        }

        requireOwnFile(path, target);
        return FileChannel.open(target, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    boolean exists(StorePath path) {
        return Files.exists(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether there was a file to delete. */
    boolean delete(StorePath path) throws IOException {
        Path target = resolve(path);
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }

        Files.delete(target);
        PrivateDirectory.sync(target.getParent());
        return true;
    }

    /** The files below a folder, in code unit order of their paths; hidden names are unfinished writes. */
    List<String> list(StorePath folder) throws IOException {
        return files(folder).stream()
                .filter(file -> !isHidden(file))
                .map(file -> String.join("/", names(root.relativize(file))))
                .sorted()
                .toList();
    }

    /** Deletes the unfinished writes below a folder; how many there were. */
    int sweep(StorePath folder) throws IOException {
        int swept = 0;
        for (Path file : files(folder)) {
            swept += isHidden(file) && Files.deleteIfExists(file) ? 1 : 0;
        }

        return swept;
    }

    private List<Path> files(StorePath folder) throws IOException {
        Path top = resolve(folder);
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }

        try (Stream<Path> walk = Files.walk(top)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private Path resolve(StorePath path) {
        Path resolved = root;
        for (String element : path.elements()) {
            if (Files.isSymbolicLink(resolved)) {
                throw refused(path, "a folder on the way is a link");
            }

            resolved = resolved.resolve(element);
        }

        return resolved;
    }

    private static void requireOwnFile(StorePath path, Path target) throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(path, "it is a link or no regular file");
        }

        if (links(target) > 1 && hasForeignLink(target)) {
            throw refused(path, "it has a second hard link");
        }
    }

    /** Whether there are more names than the hidden ones that a publisher, at work or killed, has not removed yet. */
    private static boolean hasForeignLink(Path target) throws IOException {
        Object key = fileKey(target);
        List<Path> siblings;
        try (Stream<Path> list = Files.list(target.getParent())) {
            siblings = list.filter(file -> file.getFileName().toString().startsWith(DurableFile.hiddenPrefix(target)))
                    .toList();
        }

        long hidden = 0;
        for (Path sibling : siblings) {
            try {
                hidden += key.equals(fileKey(sibling)) ? 1 : 0;
            } catch (NoSuchFileException e) {
                continue; // the publisher has just removed it, and the count of links has fallen too
            }
        }

        return links(target) > 1 + hidden;
    }

    private static int links(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.getAttribute(file, "unix:fileKey", LinkOption.NOFOLLOW_LINKS);
    }

    private static List<String> names(Path relative) {
        return Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
                .map(i -> relative.getName(i).toString())
                .toList();
    }

    private static PipelineException refused(StorePath path, String why) {
        return new PipelineException(
                ErrorCode.STORE,
                "Cannot use " + path + ": " + why + "; the store holds only regular files of its own: remove it");
    }
}
