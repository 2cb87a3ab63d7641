package com.opsatc.tenancy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlySourceTest {
    @TempDir
    Path directory;

    private Path extracts;

    @BeforeEach
    void deliver() throws IOException {
        extracts = Files.createDirectories(directory.resolve("extracts"));
        Files.createDirectories(extracts.resolve("b/deep"));
        Files.writeString(extracts.resolve("z.csv"), "z");
        Files.writeString(extracts.resolve("A.csv"), "aa");
        Files.writeString(extracts.resolve("b/1.csv"), "b");
        Files.writeString(extracts.resolve("b/deep/2.csv"), "too deep");
        Files.writeString(extracts.resolve(".part.csv"), "unfinished");
        Files.writeString(directory.resolve("secret"), "secret");
    }

    @Test
    void files_folder_areSortedOneLevelDeepAndWithoutLinks() throws Exception {
        Files.createSymbolicLink(extracts.resolve("link.csv"), directory.resolve("secret"));
        Files.createSymbolicLink(extracts.resolve("linked"), directory);
        assertThat(new ProcessBuilder("mkfifo", extracts.resolve("pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        ReadOnlySource source = ReadOnlySource.of(extracts);
        assertThat(source.files())
                .extracting(SourceFile::name, SourceFile::bytes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A.csv", 2L),
                        org.assertj.core.groups.Tuple.tuple("b/1.csv", 1L),
                        org.assertj.core.groups.Tuple.tuple("z.csv", 1L));
        try (OpenedFile opened = source.open(source.files().get(1));
                InputStream in = opened.content()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("b");
        }
    }

    @Test
    void open_fileReplacedByALinkOrOutside_isRefused() throws IOException {
        ReadOnlySource source = ReadOnlySource.of(extracts);
        SourceFile listed = source.files().get(0);
        Files.delete(extracts.resolve("A.csv"));
        Files.createSymbolicLink(extracts.resolve("A.csv"), directory.resolve("secret"));
        assertThatThrownBy(() -> source.open(listed))
                .hasMessage("Cannot read extract A.csv: it is gone, or no regular file any more; deliver it again");
        SourceFile outside = new SourceFile("../secret", directory.resolve("secret"), 6, "", null, true);
        assertThatThrownBy(() -> source.open(outside)).hasMessageContaining("no regular file any more");
    }

    @Test
    void files_singleFile_isItself() throws IOException {
        ReadOnlySource source = ReadOnlySource.of(extracts.resolve("z.csv"));
        assertThat(source.files()).extracting(SourceFile::name).containsExactly("z.csv");
        try (OpenedFile opened = source.open(source.files().get(0));
                InputStream in = opened.content()) {
            assertThat(in.readAllBytes()).containsExactly('z');
        }
    }

    @Test
    void open_whatLiesUnderTheNameNow_isOnlyEverTheListedFile() throws IOException {
        ReadOnlySource source = ReadOnlySource.of(extracts);
        SourceFile listed = source.files().get(1);
        Files.writeString(directory.resolve("other"), "other");
        Files.move(extracts.resolve("b"), directory.resolve("moved"));
        Files.createSymbolicLink(extracts.resolve("b"), Files.createDirectory(directory.resolve("trap")));
        Files.move(directory.resolve("other"), directory.resolve("trap/1.csv"));

        assertThatThrownBy(() -> source.open(listed))
                .isInstanceOf(ReplacedFileException.class)
                .hasMessage("Cannot read extract b/1.csv: it is gone, or no regular file any more; deliver it again");
    }

    @Test
    void open_aFileWithASecondName_isRefused() throws IOException {
        Files.createLink(directory.resolve("elsewhere"), extracts.resolve("z.csv"));
        ReadOnlySource source = ReadOnlySource.of(extracts);

        assertThatThrownBy(() -> source.open(source.files().get(2)))
                .isInstanceOf(LinkedFileException.class)
                .hasMessageContaining("z.csv: it has a second name (a hard link)");
    }

    /** While the name changes hands all the time, an opened file is the listed one or none. */
    @Test
    void open_underSwapping_neverReadsAnotherFile() throws Exception {
        ReadOnlySource source = ReadOnlySource.of(extracts);
        SourceFile listed = source.files().get(2);
        Path name = extracts.resolve("z.csv");
        Path aside = directory.resolve("aside");
        AtomicBoolean done = new AtomicBoolean();
        Thread swapper = new Thread(() -> {
            try {
                while (!done.get()) {
                    Files.move(name, aside);
                    Files.createSymbolicLink(name, directory.resolve("secret"));
                    Files.delete(name);
                    Files.copy(directory.resolve("secret"), name);
                    Files.delete(name);
                    Files.move(aside, name);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        swapper.start();
        int opened = 0;
        int refused = 0;
        while (opened < 20 || refused < 20) {
            try (OpenedFile file = source.open(listed)) {
                opened++;
                assertThat(file.content().readAllBytes()).containsExactly('z');
            } catch (ReplacedFileException e) {
                refused++;
            }
        }

        done.set(true);
        swapper.join();
    }

    @Test
    void unchanged_afterAWriteThatLeftTheSize_isFalse() throws IOException {
        ReadOnlySource source = ReadOnlySource.of(extracts);
        try (OpenedFile opened = source.open(source.files().get(2))) {
            assertThat(opened.unchanged()).isTrue();
            Files.setLastModifiedTime(extracts.resolve("z.csv"), java.nio.file.attribute.FileTime.fromMillis(1));
            assertThat(opened.unchanged()).isFalse();
        }
    }

    @Test
    void files_markersOfParquetWriters_areNotListed() throws IOException {
        for (String marker : new String[] {"_SUCCESS", "_metadata", "_common_metadata", ".part-0.parquet.crc"}) {
            Files.writeString(extracts.resolve("b").resolve(marker), "");
        }

        assertThat(ReadOnlySource.of(extracts).files())
                .extracting(SourceFile::name)
                .containsExactly("A.csv", "b/1.csv", "z.csv");
    }

    @Test
    void files_aNameThatIsNoText_isListedAndSaidSo() throws Exception {
        String folder = extracts.toString();
        assertThat(new ProcessBuilder("sh", "-c", "printf x > \"$0/$(printf 'n\\377.csv')\"", folder)
                        .start()
                        .waitFor())
                .isZero();

        assertThat(ReadOnlySource.of(extracts).files().stream()
                        .filter(file -> !file.nameIsText())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void of_missingOrLinked_fails() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("l"), extracts);
        for (Path path : new Path[] {directory.resolve("none"), link}) {
            assertThatThrownBy(() -> ReadOnlySource.of(path))
                    .hasMessage("Cannot read extracts at " + path
                            + ": there is no regular file or folder of that name (links are refused); correct the"
                            + " source's path");
        }
    }

    @Test
    void door_publicMethods_writeNothing() {
        assertThat(Arrays.stream(ReadOnlySource.class.getDeclaredMethods())
                        .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                        .map(java.lang.reflect.Method::getName))
                .containsExactlyInAnyOrder("of", "files", "open");
    }
}
