package com.opsatc.tenancy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        try (InputStream in = source.open(source.files().get(1))) {
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
        SourceFile outside = new SourceFile("../secret", directory.resolve("secret"), 6);
        assertThatThrownBy(() -> source.open(outside)).hasMessageContaining("no regular file any more");
    }

    @Test
    void files_singleFile_isItself() throws IOException {
        ReadOnlySource source = ReadOnlySource.of(extracts.resolve("z.csv"));
        assertThat(source.files()).extracting(SourceFile::name).containsExactly("z.csv");
        try (InputStream in = source.open(source.files().get(0))) {
            assertThat(in.readAllBytes()).containsExactly('z');
        }
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
