package com.opsatc.telemetry.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.testing.InputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePartTest {
    private static final String TEXT = "a\n\nbb\n \nccc\n\n\ndddd";

    @TempDir
    private Path folder;

    @Test
    void eachLine_rangesOfAnySize_giveEachLineOnce() {
        InputFile file = file(TEXT);
        for (long range = 1; range <= TEXT.length() + 1; range++) {
            List<String> lines = new ArrayList<>();
            file.parts(range).forEach(part -> lines.addAll(lines(part)));

            assertThat(lines).as("range %d", range).containsExactly("a", "bb", "ccc", "dddd");
        }
    }

    @Test
    void eachLine_appendedBehindTheMark_isNotRead() throws IOException {
        InputFile file = file("a\nbb\n");
        Files.writeString(file.path(), "a\nbb\nccc\n");

        assertThat(lines(file.whole())).containsExactly("a", "bb");
    }

    @Test
    void eachLine_fileCompletedSinceItWasLookedAt_isReadUnderItsNewName() throws IOException {
        Path open = InputFiles.write(folder.resolve("spool.jsonl.part"), "a\nbb\nc".getBytes(StandardCharsets.UTF_8));
        FilePart part = InputFiles.part(open);
        Files.writeString(Files.move(open, folder.resolve("spool.jsonl")), "a\nbb\nccc\n");

        assertThat(lines(part)).containsExactly("a", "bb");
    }

    @Test
    void eachLine_fileThatBecameShorter_isRefused() throws IOException {
        InputFile file = file("a\nbb\n");
        Files.writeString(file.path(), "a\n");

        assertThatThrownBy(() -> lines(file.whole()))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot read telemetry file " + file.path()
                                + ": it is not readable, or became shorter while it was read; ingest files that nobody rewrites");
    }

    @Test
    void eachLine_knownBytes_areSeenLineByLine() {
        FilePart whole = file("a\nbb\nccc").whole();
        FilePart known = new FilePart(whole.path(), false, 0, whole.end(), whole.fileBytes(), 6);
        List<Boolean> seen = new ArrayList<>();
        known.eachLine((line, seenBefore) -> seen.add(seenBefore));

        assertThat(seen).containsExactly(true, true, false);
    }

    /** Members that end where the reader's buffer ends are the ones that a careless stream loses. */
    @Test
    void eachLine_gzipOfSeveralMembers_isReadToItsEnd() throws IOException {
        byte[] first = memberOf(1 << 16);
        byte[] second = InputFiles.gzip("last\n".getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Path path = InputFiles.write(folder.resolve("members.gz"), both);

        assertThat(lines(InputFiles.part(path))).hasSize(2).endsWith("last");
    }

    /** A gzip file of one line that is exactly so long. */
    private static byte[] memberOf(int bytes) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        byte[] member = {};
        while (member.length != bytes) {
            // Far away, in steps; then letter by letter, and back when it was too much.
            int missing = bytes - member.length;
            for (int i = 0; i < Math.max(1, missing); i++) {
                text.append((char) ('!' + random.nextInt(94)));
            }
            if (missing < 0) {
                text.setLength(text.length() - 100);
            }
            member = InputFiles.gzip((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return member;
    }

    private InputFile file(String text) {
        Path path = InputFiles.write(folder.resolve("lines"), text.getBytes(StandardCharsets.UTF_8));
        return IngestInventory.of(List.of(path), List.of()).files().get(0);
    }

    private static List<String> lines(FilePart part) {
        List<String> lines = new ArrayList<>();
        part.eachLine((line, seen) -> lines.add(new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8)));
        return lines;
    }
}
