package com.opsatc.telemetry.ingest;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.Manifests;
import com.opsatc.telemetry.testing.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawFilesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    /** Monday is committed on Tuesday, and that is more than seven days ago. */
    private static final LocalDate OVER = TUESDAY.plusDays(8);

    @TempDir
    private Path folder;

    private final ExactDays exact = new ExactDays(new MemoryStore());
    private Path spool;

    @BeforeEach
    void makeSpool() throws IOException {
        spool = Files.createDirectory(folder.resolve("spool"));
    }

    @Test
    void deleteCounted_afterSevenDays_deletesWhatWasCounted() {
        Path file = write("counted.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, file);

        assertThat(delete(OVER.minusDays(1))).isZero();
        assertThat(file).exists();
        assertThat(delete(OVER)).isEqualTo(1);
        assertThat(file).doesNotExist();
        assertThat(delete(OVER)).isZero();
    }

    @Test
    void deleteCounted_dayWhoseVectorsAreGone_stillKnowsTheFile() {
        Path file = write("counted.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, file);
        assertThat(exact.expire(OVER)).containsExactly(MONDAY);

        assertThat(delete(OVER)).isEqualTo(1);
    }

    @Test
    void deleteCounted_sameBytesElsewhere_leavesThem() {
        Path named = InputFiles.write(folder.resolve("named.jsonl"), at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, named);

        assertThat(delete(OVER)).isZero();
        assertThat(named).exists();
    }

    @Test
    void deleteCounted_linkToAFileElsewhere_leavesBoth() throws IOException {
        Path named = InputFiles.write(folder.resolve("named.jsonl"), at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, named);
        Path link = Files.createSymbolicLink(spool.resolve("link.jsonl"), named);

        assertThat(delete(OVER)).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(named).exists();
    }

    @Test
    void deleteCounted_fileThatIsStillWritten_leavesIt() {
        Path counted = write("counted.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, counted);
        Path open = write("open.jsonl.part", at("2026-03-02T10:00:00Z"));

        assertThat(delete(OVER)).isEqualTo(1);
        assertThat(open).exists();
    }

    @Test
    void deleteCounted_recordOfADayThatIsOpen_leavesTheFileUntilItIsCounted() {
        Path file = write("two-days.jsonl", at("2026-03-02T10:00:00Z"), at("2026-03-03T10:00:00Z"));
        ingest(MONDAY, file);
        assertThat(delete(OVER)).isZero();

        ingest(TUESDAY, file);

        assertThat(delete(OVER)).isZero();
        assertThat(delete(OVER.plusDays(1))).isEqualTo(1);
    }

    @Test
    void deleteCounted_dayCommittedWithoutTheFile_leavesIt() {
        Path file = write("two-days.jsonl", at("2026-03-02T10:00:00Z"), at("2026-03-03T10:00:00Z"));
        ingest(MONDAY, file);
        ingest(TUESDAY);

        assertThat(delete(OVER.plusDays(30))).isZero();
        assertThat(file).exists();
    }

    @Test
    void deleteCounted_fileThatGrewSince_leavesIt() {
        Path file = write("grown.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, file);
        write("grown.jsonl", at("2026-03-02T10:00:00Z"), at("2026-03-02T11:00:00Z"));

        assertThat(delete(OVER)).isZero();
        assertThat(file).exists();
    }

    @Test
    void deleteCounted_fileThatNoIngestCouldRead_leavesIt() {
        byte[] whole = InputFiles.gzip((at("2026-03-02T10:00:00Z") + "\n").getBytes(StandardCharsets.UTF_8));
        Path cut = InputFiles.write(spool.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length - 5));
        Path counted = write("counted.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, cut, counted);

        assertThat(delete(OVER)).isEqualTo(1);
        assertThat(cut).exists();
    }

    @Test
    void deleteCounted_fileThatNoIngestHasSeen_leavesIt() {
        ingest(MONDAY);
        Path file = write("new.jsonl", at("2026-03-02T10:00:00Z"));

        assertThat(delete(OVER)).isZero();
        assertThat(file).exists();
    }

    private long delete(LocalDate today) {
        return new RawFiles(spool, Manifests.shipped(), exact).deleteCounted(today);
    }

    private void ingest(LocalDate to, Path... files) {
        Ingest.run(
                new IngestRequest(Manifests.shipped(), to.plusDays(1), to, List.of(files), new TreeMap<>()),
                exact,
                new CountingKeys(),
                Runner.direct(1));
    }

    private Path write(String name, String... lines) {
        return InputFiles.write(spool.resolve(name), lines);
    }

    private static String at(String time) {
        return metrics(resource("web", "acme"), duration(point(time, 0, 1)));
    }
}
