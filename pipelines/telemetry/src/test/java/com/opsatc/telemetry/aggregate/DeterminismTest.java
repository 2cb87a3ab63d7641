package com.opsatc.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.simulate.OtlpFleet;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T10: shuffled input, one or many bundles, other keys and either runner give the same bytes. */
class DeterminismTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final OtlpFleet FLEET = new OtlpFleet(15, 4, FIRST, 3, 20, 11);

    @TempDir
    private Path folder;

    private Manifest manifest;
    private List<String> lines;
    private Path whole;
    private byte[] expected;

    @BeforeEach
    void write() throws IOException {
        manifest = SampleManifests.shipped();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FLEET.write(manifest, bytes);
        lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        whole = InputFiles.write(folder.resolve("whole"), bytes.toByteArray());
        expected = exact(Runner.direct(1), Long.MAX_VALUE >> 1, new CountingKeys(), List.of(whole));
    }

    @Test
    void run_shuffledLinesInFiles_isTheSame() {
        for (int seed = 0; seed < 3; seed++) {
            assertThat(exact(Runner.direct(2), Request.RANGE_BYTES, new CountingKeys(), shuffled(seed)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void run_manyBundles_isTheSame() throws IOException {
        long range = java.nio.file.Files.size(whole) / 64;

        assertThat(exact(Runner.direct(2), range, new CountingKeys(), List.of(whole)))
                .isEqualTo(expected);
    }

    @Test
    void run_otherKeys_isTheSame() {
        CountingKeys later = new CountingKeys();
        later.get();

        assertThat(exact(Runner.direct(2), Request.RANGE_BYTES, later, List.of(whole)))
                .isEqualTo(expected);
    }

    @Test
    void run_onSpark_isTheSame() {
        assertThat(exact(Runner.spark(2), 20_000, new CountingKeys(), shuffled(7)))
                .isEqualTo(expected);
    }

    /** With the checks on that {@link Runner#direct} turns off: no step changes its input, each element can be encoded. */
    @Test
    void run_withTheRunnersChecks_isTheSame() {
        Runner checked = new Runner(List.of("--runner=DirectRunner", "--targetParallelism=2"));

        assertThat(exact(checked, 20_000, new CountingKeys(), shuffled(9))).isEqualTo(expected);
    }

    @Test
    void run_gzip_isTheSame() throws IOException {
        Path zipped =
                InputFiles.write(folder.resolve("whole.gz"), InputFiles.gzip(java.nio.file.Files.readAllBytes(whole)));

        assertThat(exact(Runner.direct(2), Request.RANGE_BYTES, new CountingKeys(), List.of(zipped)))
                .isEqualTo(expected);
    }

    private byte[] exact(Runner runner, long range, Supplier<byte[]> keys, List<Path> files) {
        Path probe = InputFiles.write(
                folder.resolve("probe"),
                lines.stream()
                        .map(line -> line.replaceAll("fleet-[0-9]+", "opsatc-probe"))
                        .toArray(String[]::new));
        ExactVectors found = Aggregator.run(
                new Request(
                        manifest,
                        new Days(FIRST, FIRST.plusDays(3), 0),
                        files,
                        new TreeMap<>(Map.of(ProbeSource.OTLP, List.of(probe))),
                        List.of(),
                        range),
                keys,
                runner);
        assertThat(found.counts().pointsUsed()).isEqualTo(FLEET.points());
        return CanonicalJson.write(
                List.of(found.vectors(), found.figures(), found.counts().refused()));
    }

    private List<Path> shuffled(int seed) {
        List<String> mixed = new ArrayList<>(lines);
        Collections.shuffle(mixed, new Random(seed));
        List<Path> files = new ArrayList<>();
        for (int file = 0; file < 7; file++) {
            List<String> some = new ArrayList<>();
            for (int line = file; line < mixed.size(); line += 7) {
                some.add(mixed.get(line));
            }
            files.add(InputFiles.write(folder.resolve(seed + "-" + file), some.toArray(String[]::new)));
        }
        Collections.shuffle(files, new Random(seed + 1));
        return files;
    }
}
