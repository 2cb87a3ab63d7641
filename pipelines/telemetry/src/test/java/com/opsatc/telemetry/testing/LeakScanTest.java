package com.opsatc.telemetry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.telemetry.publish.ReleaseFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakScanTest {
    private final LeakScan scan = LeakScan.ofCanaries();

    @TempDir
    private Path temporary;

    @Test
    void canaries_areManyAndDifferent() {
        assertThat(Canaries.values()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(Canaries.values())
                .allSatisfy(value -> assertThat(value.length()).isGreaterThanOrEqualTo(9));
    }

    @Test
    void hits_everyCanaryInEveryForm_areFound() {
        for (Canaries.Canary canary : Canaries.all()) {
            String value = canary.value();
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            List<byte[]> leaks = List.of(
                    utf8,
                    value.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                    value.getBytes(StandardCharsets.UTF_16LE),
                    value.getBytes(StandardCharsets.UTF_16BE),
                    java.net.URLEncoder.encode(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII),
                    HexFormat.of().withUpperCase().formatHex(utf8).getBytes(StandardCharsets.US_ASCII),
                    base64("", value),
                    base64("a", value),
                    base64("ab", value),
                    com.opsatc.contract.id.Sha256.of(value).hex().getBytes(StandardCharsets.US_ASCII),
                    InputFiles.gzip(("x" + value + "x").getBytes(StandardCharsets.UTF_8)));
            for (byte[] leak : leaks) {
                if (canary.kind().contains("accents") && leak == leaks.get(1)) {
                    continue; // letters outside ASCII are not folded
                }
                assertThat(scan.hits(leak))
                        .as("%s form %d", canary.kind(), leaks.indexOf(leak))
                        .isNotEmpty();
            }
        }
    }

    /** What a compressed page hides from a search of the file's bytes, the scan reads. */
    @Test
    void hits_canaryInCompressedPagesOfParquet_isFoundInEveryForm() throws IOException {
        String canary = Canaries.value("feature");
        byte[] utf8 = canary.getBytes(StandardCharsets.UTF_8);
        for (String leak : List.of(
                canary,
                canary.toUpperCase(Locale.ROOT),
                HexFormat.of().formatHex(utf8),
                new String(base64("a", canary), StandardCharsets.US_ASCII),
                com.opsatc.contract.id.Sha256.of(canary).hex())) {
            byte[] file = windows(leak);

            assertThat(scan.hits(Arrays.copyOf(file, file.length - 1))).as(leak).isEmpty();
            assertThat(scan.hits(file)).as(leak).isNotEmpty();
        }
        assertThat(scan.hits(windows("report"))).isEmpty();
    }

    @Test
    void hits_cleanBytes_areNone() {
        assertThat(scan.hits("{\"day\":\"2026-03-02\",\"vectors\":{\"activity\":[229]}}"))
                .isEmpty();
    }

    /** A table as a release writes it, with a key among many; the first and the last stand in the statistics, in clear. */
    private byte[] windows(String key) throws IOException {
        List<WindowRow> rows = IntStream.range(0, 500)
                .mapToObj(index -> index == 250 ? key : Integer.toHexString(index * 0x9e3779b1))
                .flatMap(each -> Stream.of("", each, "zzz"))
                .map(each -> new WindowRow(
                        7,
                        LocalDate.of(2026, 3, 2),
                        "feature_users",
                        each,
                        "all",
                        "weight",
                        null,
                        null,
                        null,
                        Precision.SUPPRESSED,
                        0,
                        null))
                .toList();
        ReleaseFolder folder = ReleaseFolder.open(temporary.resolve("release"));
        folder.replaceWindows(rows);
        return Files.readAllBytes(folder.root().resolve("view_window.parquet"));
    }

    private static byte[] base64(String before, String value) {
        return Base64.getEncoder()
                .encodeToString((before + value + "tail").getBytes(StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
