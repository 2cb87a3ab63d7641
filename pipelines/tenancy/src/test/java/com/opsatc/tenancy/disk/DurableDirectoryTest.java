package com.opsatc.tenancy.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableDirectoryTest {
    @TempDir
    private Path folder;

    private static void write(DurableDirectory directory, String name) throws IOException {
        try (OutputStream out = directory.file(name)) {
            out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void publish_files_appearTogetherForTheirOwnerOnly() throws IOException {
        Path target = folder.resolve("out");
        try (DurableDirectory directory = DurableDirectory.start(target)) {
            write(directory, "a");
            write(directory, "below/b");
            assertThat(target).doesNotExist();
            directory.publish();
        }

        assertThat(target.resolve("a")).hasContent("a");
        assertThat(target.resolve("below/b")).hasContent("below/b");
        assertThat(entries()).containsExactly("out");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("below/b"))))
                .isEqualTo("rw-------");
    }

    @Test
    void close_unpublished_leavesNothing() throws IOException {
        try (DurableDirectory directory = DurableDirectory.start(folder.resolve("out"))) {
            write(directory, "a");
        }

        assertThat(entries()).isEmpty();
    }

    @Test
    void start_emptyDirectory_isReplaced() throws IOException {
        Path target = Files.createDirectory(folder.resolve("out"));
        try (DurableDirectory directory = DurableDirectory.start(target)) {
            write(directory, "a");
            directory.publish();
        }

        assertThat(target.resolve("a")).hasContent("a");
    }

    @Test
    void start_takenName_isRefusedAndLeftAlone() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine"), "mine");
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> DurableDirectory.start(full)).isInstanceOf(DirectoryNotEmptyException.class);
        assertThatThrownBy(() -> DurableDirectory.start(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> DurableDirectory.start(link)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> DurableDirectory.start(folder.resolve("no/where")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(entries()).containsExactly("file", "full", "link");
    }

    /** What came in between is not replaced. */
    @Test
    void publish_nameTakenMeanwhile_fails() throws IOException {
        Path target = folder.resolve("out");
        try (DurableDirectory directory = DurableDirectory.start(target)) {
            write(directory, "a");
            Files.createDirectory(target);
            Files.writeString(target.resolve("mine"), "mine");

            assertThatThrownBy(directory::publish).isInstanceOf(DirectoryNotEmptyException.class);
        }

        assertThat(target.resolve("mine")).hasContent("mine");
        assertThat(entries()).containsExactly("out");
    }

    @Test
    void start_afterAProcessThatWasKilled_removesWhatItLeft() throws IOException {
        long gone = 4_194_304; // above the highest process id that Linux gives
        Path left = Files.createDirectory(folder.resolve(".out." + gone + "-1"));
        Files.writeString(left.resolve("a"), "secret");
        Path running = Files.createDirectory(
                folder.resolve(".out." + ProcessHandle.current().pid() + "-x"));
        Path other = Files.createDirectory(folder.resolve(".out2." + gone + "-1"));

        DurableDirectory.start(folder.resolve("out")).close();

        assertThat(left).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
    }
}
