package com.opsatc.jobs.host.child;

import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The private folder of one child process (0700), with all that it leaves there; closing removes it, links unfollowed. */
record ScratchFolder(Path path) implements AutoCloseable {
    /** Removes the folders of earlier attempts, which a killed parent left behind; none of them may still be in use. */
    static void sweep(Path temporary, String prefix) {
        sweep(temporary, name -> name.startsWith(prefix));
    }

    /** As {@link #sweep(Path, String)}, of those folders whose name goes on with the id of a process that is gone. */
    static void sweepOfTheDead(Path temporary, String prefix) {
        sweep(temporary, name -> {
            String owner =
                    name.startsWith(prefix) ? name.substring(prefix.length()).replaceFirst("[.].*", "") : "";
            return owner.matches("[0-9]{1,18}")
                    && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
        });
    }

    private static void sweep(Path temporary, Predicate<String> name) {
        List<Path> left;
        try (Stream<Path> folders = Files.list(temporary)) {
            left = folders.filter(folder -> name.test(folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left.forEach(folder -> new ScratchFolder(folder).close());
    }

    static ScratchFolder create(Path temporary, String name) {
        Path path = PrivateDirectory.create(temporary.resolve(name));
        PrivateDirectory.create(path.resolve("tmp"));
        PrivateDirectory.create(path.resolve("spark"));

        return new ScratchFolder(path);
    }

    @Override
    public void close() {
        try {
            PrivateDirectory.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
