package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.telemetry.export.ViewFiles;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ProbeLane;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.telemetry.testing.Canaries;
import com.opsatc.telemetry.testing.ForkedJvm;
import com.opsatc.telemetry.testing.LeakScan;
import com.opsatc.telemetry.testing.PlantedInput;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.telemetry.testing.SampleManifests;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T8, the releasing side: nothing of what is planted in the input is in anything that a release writes, shows or says. */
class ReleaseLeakTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Manifest MANIFEST = SampleManifests.shipped();
    private static final String CANARY = Canaries.value("feature");

    @TempDir
    private Path temporary;

    @Test
    void process_canariesInEveryPosition_leavesNoneInTheRelease() throws IOException {
        LocalDate first = RealPlatform.days(ReleaseLab.DAYS);
        LocalDate last = first.plusDays(ReleaseLab.DAYS - 1L);
        Path input = Files.createDirectories(temporary.resolve("input"));
        Path output = Files.createDirectories(temporary.resolve("output"));
        PlantedInput.write(input, last);

        String said = ForkedJvm.run(
                output,
                List.of("-Xmx1g"),
                ReleaseLeakProcess.class,
                RealPlatform.folder().toString(),
                input.toString(),
                output.toString(),
                first.toString());

        Path release = output.resolve(ReleaseLeakProcess.RELEASE);
        assertThat(said).contains("ReleasedDay[day=" + last, "TelemetryView[", "LedgerEntry[", "PublishedDay[");
        assertThat(files(release))
                .contains(
                        "days/" + last + "/cell.parquet",
                        "days/" + last + "/release.parquet",
                        "ledger_public.parquet",
                        "platform-telemetry.otlp.json",
                        "platform-telemetry.prom",
                        "probe/" + last + ".json",
                        "telemetry-view.json",
                        "view_window.parquet");
        assertThat(ReleaseFolder.open(release).read(last).cells())
                .hasSize(24)
                .allMatch(cell -> cell.noisyUnits() != null);
        assertThat(output.resolve("target/test.log")).exists();
        assertThat(PlantedInput.scan().hits(output)).isEmpty();
    }

    /** T9: what a careless release would let through, one place at a time; the scan must find each, in clear and encoded. */
    @Test
    void scan_leakyReleases_areAllFound() {
        LeakScan scan = LeakScan.ofCanaries();
        byte[] utf8 = CANARY.getBytes(StandardCharsets.UTF_8);
        List<String> leaks = List.of(
                CANARY,
                Base64.getEncoder().encodeToString(utf8),
                Base64.getEncoder().encodeToString(("a" + CANARY).getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(utf8));
        Map<String, BiConsumer<ReleaseFolder, String>> mutants = mutants();
        ReleaseFolder clean = clean();
        assertThat(scan.hits(clean.root())).isEmpty();
        mutants.forEach((file, mutant) -> {
            for (String leak : leaks) {
                ReleaseFolder folder = copy(clean, file + leaks.indexOf(leak));

                mutant.accept(folder, leak);

                assertThat(scan.hits(folder.root()))
                        .as(file + " with " + leak)
                        .anyMatch(hit -> hit.endsWith(" in " + file));
            }
        });
        assertThat(mutants).hasSize(8);
    }

    /** By the file that leaks. */
    private static Map<String, BiConsumer<ReleaseFolder, String>> mutants() {
        Map<String, BiConsumer<ReleaseFolder, String>> mutants = new LinkedHashMap<>();
        mutants.put("cell.parquet", (folder, leak) -> folder.publish(withKey(leak)));
        mutants.put("release.parquet", (folder, leak) -> folder.publish(withCodeVersion(leak)));
        mutants.put("view_window.parquet", (folder, leak) -> folder.replaceWindows(windows(leak)));
        mutants.put("ledger_public.parquet", (folder, leak) -> folder.replaceLedger(charges(leak)));
        mutants.put(
                "telemetry-view.json",
                (folder, leak) -> append(folder, "telemetry-view.json", "\"code_version\":\"" + leak + "\""));
        mutants.put(DAY + ".json", (folder, leak) -> ProbeLane.of(folder).put(List.of(probe(leak))));
        mutants.put(
                "platform-telemetry.otlp.json",
                (folder, leak) -> append(folder, "platform-telemetry.otlp.json", "\"key\":\"" + leak + "\""));
        mutants.put(
                "platform-telemetry.prom",
                (folder, leak) -> append(folder, "platform-telemetry.prom", "# HELP " + leak));
        return mutants;
    }

    /** A release of two days with its views. */
    private ReleaseFolder clean() {
        ReleaseFolder folder = ReleaseFolder.open(temporary.resolve("clean"));
        new SeededRelease(MANIFEST, 1)
                .released(DAY.minusDays(2), block -> 2000 * 65_536L)
                .released(DAY.minusDays(1), block -> 2000 * 65_536L)
                .days()
                .forEach(folder::publish);
        new ViewFiles(folder, MANIFEST, "test").replace(20);
        return folder;
    }

    private ReleaseFolder copy(ReleaseFolder folder, String name) {
        Path copy = temporary.resolve(name);
        try (Stream<Path> walk = Files.walk(folder.root())) {
            for (Path path : walk.sorted().toList()) {
                Path to = copy.resolve(folder.root().relativize(path).toString());
                if (Files.isDirectory(path)) {
                    PrivateDirectory.create(to);
                } else {
                    Files.copy(path, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReleaseFolder.open(copy);
    }

    private static PublishedDay withKey(String leak) {
        PublishedDay day = published("test");
        List<CellRow> cells = day.cells().stream()
                .map(cell -> cell.key() == null
                        ? cell
                        : new CellRow(
                                cell.releaseId(),
                                cell.day(),
                                cell.blockId(),
                                cell.serviceArea(),
                                cell.cellIndex(),
                                cell.leUs(),
                                leak,
                                cell.noisyUnits()))
                .toList();
        return new PublishedDay(day.day(), day.release(), cells);
    }

    private static PublishedDay withCodeVersion(String leak) {
        return published(leak);
    }

    private static PublishedDay published(String codeVersion) {
        Map<String, ReleaseStatus> blocks = new LinkedHashMap<>();
        MANIFEST.blocks().forEach(block -> blocks.put(block.id(), ReleaseStatus.SUPPRESSED_BUDGET));
        return new DayRows(MANIFEST, DAY, codeVersion, BigDecimal.ONE).of(blocks, Map.of(), Optional.empty());
    }

    private static List<WindowRow> windows(String leak) {
        return among(
                key -> new WindowRow(
                        7, DAY, "feature_users", key, "all", "weight", null, null, null, Precision.SUPPRESSED, 0, null),
                leak);
    }

    private static List<LedgerRow> charges(String leak) {
        return among(
                block -> new LedgerRow(DAY, block, ReleaseStatus.LOST, "9/31250", "9/3125", new BigDecimal("0.325090")),
                leak);
    }

    /** Rows of many texts, the leak one of them. */
    private static <R> List<R> among(Function<String, R> row, String leak) {
        List<String> texts = new ArrayList<>(Collections.nCopies(40, "report"));
        for (int index = 0; index < 40; index++) {
            texts.add(Integer.toHexString(index * 0x9e3779b1));
        }
        texts.add(40, leak);
        return texts.stream().map(row).toList();
    }

    private static ProbeFigures probe(String leak) {
        BigDecimal mean = new BigDecimal("150000.000000");
        List<Long> buckets = new ArrayList<>(Collections.nCopies(15, 0L));
        buckets.set(5, 1L);
        return new ProbeFigures(
                DAY, "otlp", leak, 1, 1L, mean, 100_000L, 200_000L, 200_000L, 250_000L, 250_000L, buckets);
    }

    private static void append(ReleaseFolder folder, String name, String line) {
        String before = new String(folder.find(name).orElseThrow(), StandardCharsets.UTF_8);
        folder.replace(name, (before + line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static TreeSet<String> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            TreeSet<String> names = new TreeSet<>();
            walk.filter(Files::isRegularFile)
                    .forEach(file -> names.add(root.relativize(file).toString()));
            return names;
        }
    }
}
