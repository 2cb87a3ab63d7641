package com.opsatc.telemetry.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.testing.InputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestInventoryTest {
    private static final byte[] LINES = "{\"a\":1}\n{\"b\":2}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void of_files_areOrderedByDigestWhateverTheirOrder() {
        Path first = InputFiles.write(folder.resolve("one"), "{}");
        Path second = InputFiles.write(folder.resolve("two"), "{\"x\":1}");

        assertThat(IngestInventory.of(List.of(first, second), List.of()))
                .isEqualTo(IngestInventory.of(List.of(second, first), List.of()));
    }

    @Test
    void of_sameBytesTwice_readsThemOnce() {
        Path first = InputFiles.write(folder.resolve("a"), LINES);
        Path second = InputFiles.write(folder.resolve("b"), LINES);
        IngestInventory inventory = IngestInventory.of(List.of(first, second), List.of());

        assertThat(inventory.files()).hasSize(1);
        assertThat(inventory.refused()).isEqualTo(Map.of(second.toString(), Refusal.FILE_REPEATED));
        assertThat(inventory.counts().files()).isEqualTo(2);
    }

    @Test
    void of_lengthPrefixedOutput_isRefusedWithWhatToDo() {
        byte[] message = "{\"resourceSpans\":[]}".getBytes(StandardCharsets.UTF_8);
        byte[] prefixed = new byte[4 + message.length];
        prefixed[3] = (byte) message.length;
        System.arraycopy(message, 0, prefixed, 4, message.length);
        Path file = InputFiles.write(folder.resolve("collector.bin"), prefixed);
        Path zipped = InputFiles.write(folder.resolve("collector.gz"), InputFiles.gzip(prefixed));
        IngestInventory inventory = IngestInventory.of(List.of(file, zipped), List.of());

        assertThat(inventory.files()).isEmpty();
        assertThat(inventory.refused())
                .isEqualTo(Map.of(
                        file.toString(),
                        Refusal.FILE_LENGTH_PREFIXED,
                        zipped.toString(),
                        Refusal.FILE_LENGTH_PREFIXED));
        assertThat(inventory.messages())
                .contains("Cannot read telemetry file " + file
                        + ": it holds messages after their lengths, not lines; set the"
                        + " collector's file exporter to format: json without compression");
    }

    @Test
    void of_gzipCutAnywhere_isRefusedWhole() {
        byte[] whole = InputFiles.gzip(LINES);
        for (int length = 2; length < whole.length; length++) {
            Path file = InputFiles.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, length));

            assertThat(IngestInventory.of(List.of(file), List.of()).refused())
                    .as("cut at %d", length)
                    .isEqualTo(Map.of(file.toString(), Refusal.FILE_TRUNCATED));
        }
    }

    @Test
    void of_fileThatGrew_isKnownUpToWhereItWas() {
        Path file = InputFiles.write(folder.resolve("spool"), LINES);
        FileMark before = new FileMark(Sha256.of(Arrays.copyOf(LINES, 8)), 8);
        FileMark other = new FileMark(Sha256.of("else"), 12);

        assertThat(IngestInventory.of(List.of(file), List.of(before, other))
                        .files()
                        .get(0)
                        .knownBytes())
                .isEqualTo(8);
        assertThat(IngestInventory.of(List.of(file), List.of(other))
                        .files()
                        .get(0)
                        .knownBytes())
                .isZero();
        assertThat(IngestInventory.of(List.of(file), List.of(before, new FileMark(Sha256.of(LINES), LINES.length)))
                        .files()
                        .get(0)
                        .knownBytes())
                .isEqualTo(LINES.length);
    }

    @Test
    void of_fileThatIsStillWritten_isLookedAtUpToItsLastWholeLine() {
        String rest = "{\"c\":\"" + "x".repeat(200_000);
        byte[] written = (new String(LINES, StandardCharsets.UTF_8) + rest).getBytes(StandardCharsets.UTF_8);
        Path open = InputFiles.write(folder.resolve("spool.jsonl.part"), written);
        Path complete = InputFiles.write(folder.resolve("other.jsonl"), written);
        Path without = InputFiles.write(folder.resolve("begun.jsonl.part"), rest.getBytes(StandardCharsets.UTF_8));

        assertThat(IngestInventory.of(List.of(open), List.of()).marks())
                .containsExactly(new FileMark(Sha256.of(LINES), LINES.length));
        assertThat(IngestInventory.of(List.of(complete), List.of()).marks())
                .containsExactly(new FileMark(Sha256.of(written), written.length));
        assertThat(IngestInventory.of(List.of(without), List.of()).marks())
                .containsExactly(new FileMark(Sha256.of(new byte[0]), 0));
    }

    @Test
    void of_fileThatWasCompletedSinceItWasNamed_isFoundUnderItsNewName() {
        Path complete = InputFiles.write(folder.resolve("spool.jsonl"), LINES);
        Path named = folder.resolve("spool.jsonl.part");

        assertThat(IngestInventory.of(List.of(named), List.of()).files())
                .extracting(InputFile::path)
                .containsExactly(complete);
        assertThat(IngestInventory.of(List.of(named, complete), List.of()).refused())
                .isEqualTo(Map.of(complete.toString(), Refusal.FILE_REPEATED));
    }

    @Test
    void of_compressedFileThatGrew_isKnownAsAWhole() {
        byte[] first = InputFiles.gzip(LINES);
        byte[] both = Arrays.copyOf(first, first.length * 2);
        System.arraycopy(first, 0, both, first.length, first.length);
        Path file = InputFiles.write(folder.resolve("spool.gz"), both);

        assertThat(IngestInventory.of(List.of(file), List.of(new FileMark(Sha256.of(first), first.length)))
                        .files()
                        .get(0)
                        .knownBytes())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void of_missingFileFolderOrLink_isConfiguration() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), InputFiles.write(folder.resolve("real"), LINES));
        for (Path path : List.of(folder.resolve("missing"), folder, link)) {
            assertThatThrownBy(() -> IngestInventory.of(List.of(path), List.of()))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                    .hasMessage("Cannot read telemetry file " + path
                            + ": it is missing, not readable, or no regular file; name files, not folders or links");
        }
    }
}
