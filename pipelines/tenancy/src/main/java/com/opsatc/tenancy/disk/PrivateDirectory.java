package com.opsatc.tenancy.disk;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A directory that only its owner may enter (0700), whose entries survive a power loss once {@link #sync} returned. */
public final class PrivateDirectory {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateDirectory() {}

    /**
     * Creates the directory and its missing parents, 0700 each.
     *
     * <p>An existing directory is accepted as it is when only its owner may enter it; otherwise, or when the path is a link
     * or a file, a {@link PipelineException} says so.
     */
    public static Path create(Path directory) {
        try {
            createMissing(directory.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requirePrivate(directory);
        return directory;
    }

    /** Refuses a directory that is a link, no directory, or open to group or others. */
    public static void requirePrivate(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use " + directory + ": it is not a directory (links are refused); name another place");
        }

        if (Permissions.openToOthers(directory)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use " + directory + ": group or others may enter it; run chmod 700 on it");
        }
    }

    /** Makes created, renamed and deleted entries of the directory durable. */
    public static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Removes a directory with all in it, links unfollowed; nothing happens when there is no directory. What another process
     * removes meanwhile is as good as removed.
     */
    public static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }

        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }

                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void createMissing(Path directory) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }

        Path parent = directory.getParent();
        if (parent != null) {
            createMissing(parent);
        }

        try {
            Files.createDirectory(directory, OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            return; // another thread or process was first; the caller checks what is there
        }

        if (parent != null) {
            sync(parent);
        }
    }
}
