package com.opsatc.tenancy.store.local;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.store.BlobStore;
import com.opsatc.tenancy.store.StorePath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The raw, encrypted files of one owner on a local disk. A path is resolved element by element from the owner's real
 * root; a link, a second hard link, or anything but a regular file on the way is refused.
 */
public final class LocalBlobStore implements BlobStore {
    private final Path root;

    private LocalBlobStore(Path root) {
        this.root = root;
    }

    /** Opens a folder that is there, and its owner's only. */
    @OnlyFor("com.opsatc.tenancy.backend")
    public static LocalBlobStore open(Path root) {
        PrivateDirectory.requirePrivate(root);
        try {
            return new LocalBlobStore(root.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Unpublished create(StorePath path) throws IOException {
        Path target = resolve(path);
        PrivateDirectory.create(target.getParent());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.text());
        }

        return new HiddenFile(DurableFile.start(target));
    }

    @Override
    public Optional<SeekableByteChannel> open(StorePath path) throws IOException {
        Path target = resolve(path);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }

        requireOwnFile(path, target);
        return Optional.of(FileChannel.open(target, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    @Override
    public boolean delete(StorePath path) throws IOException {
        Path target = resolve(path);
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }

        Files.delete(target);
        PrivateDirectory.sync(target.getParent());
        return true;
    }

    /** Hidden names are unfinished writes, and in no list. */
    @Override
    public List<String> list(StorePath folder) throws IOException {
        return files(folder).stream()
                .filter(file -> !isHidden(file))
                .map(file -> String.join("/", names(root.relativize(file))))
                .sorted()
                .toList();
    }

    @Override
    public int sweep(StorePath folder) throws IOException {
        int swept = 0;
        for (Path file : files(folder)) {
            swept += isHidden(file) && Files.deleteIfExists(file) ? 1 : 0;
        }

        return swept;
    }

    /** A file under a hidden name. */
    private record HiddenFile(DurableFile file) implements Unpublished {
        @Override
        public OutputStream stream() {
            return file.stream();
        }

        @Override
        public void publish() throws IOException {
            file.publish();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
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
