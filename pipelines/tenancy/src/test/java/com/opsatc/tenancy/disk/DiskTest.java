package com.opsatc.tenancy.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void create() {
        directory = PrivateDirectory.create(temporary.resolve("d"));
    }

    @Test
    void create_existingName_failsAndLeavesNoHiddenFile() throws IOException {
        Path file = directory.resolve("a");
        DurableFile.create(file, new byte[] {1});
        assertThatThrownBy(() -> DurableFile.create(file, new byte[] {2}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(file)).containsExactly(1);
        DurableFile.replace(file, new byte[] {3});
        assertThat(Files.readAllBytes(file)).containsExactly(3);
        assertThat(names()).containsExactly("a");
        assertThat(Permissions.openToOthers(file)).isFalse();
    }

    @Test
    void close_unpublished_leavesNothing() throws IOException {
        try (DurableFile file = DurableFile.start(directory.resolve("a"))) {
            file.stream().write(1);
            assertThat(names()).hasSize(1).allMatch(name -> name.startsWith(".a."));
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void privateDirectory_linkOrFile_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("l"), directory);
        Path file = Files.writeString(temporary.resolve("f"), "");
        for (Path bad : new Path[] {link, file}) {
            assertThatThrownBy(() -> PrivateDirectory.create(bad))
                    .hasMessage(
                            "Cannot use " + bad + ": it is not a directory (links are refused); name another place");
        }
    }

    @Test
    void lock_twoThreads_takeTurns() throws Exception {
        Path lock = directory.resolve("lock");
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            new Thread(() -> {
                        for (int round = 0; round < 50; round++) {
                            try (ExclusiveFile held = ExclusiveFile.lock(lock)) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                inside.decrementAndGet();
                            }
                        }

                        done.countDown();
                    })
                    .start();
        }

        done.await();
        assertThat(most).hasValue(1);
    }

    @Test
    void lock_sameThreadTwice_failsAndKeepsTheFirst() {
        Path lock = directory.resolve("lock");
        try (ExclusiveFile held = ExclusiveFile.lock(lock)) {
            assertThatThrownBy(() -> ExclusiveFile.lock(directory.resolve("other")))
                    .hasMessage("This thread holds an exclusive file already");
        }

        ExclusiveFile.lock(lock).close();
    }

    private java.util.List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
