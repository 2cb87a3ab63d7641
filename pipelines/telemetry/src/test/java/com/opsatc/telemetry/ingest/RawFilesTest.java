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
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
        Path cut = changed(
                InputFiles.write(spool.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length - 5)),
                "2026-03-02T12:00:00Z");
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

    @Test
    void deleteCounted_fileChangedLessThanSevenDaysAgo_leavesIt() throws IOException {
        Path file = write("copied.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, file);
        changed(file, "2026-03-04T00:00:00Z");

        assertThat(retention(OVER)).isEqualTo(new RawFiles.Retention(0, 1));
        assertThat(retention(OVER.plusDays(1))).isEqualTo(new RawFiles.Retention(1, 0));
    }

    @Test
    void deleteCounted_emptyFileThatAnIngestRead_leavesIt() throws IOException {
        Path file = InputFiles.write(spool.resolve("empty.jsonl"), new byte[0]);
        changed(file, "2026-03-02T12:00:00Z");
        ingest(MONDAY, file);

        assertThat(retention(OVER)).isEqualTo(new RawFiles.Retention(0, 1));
    }

    @Test
    void deleteCounted_recordOfAWrongClock_doesNotKeepTheFile() {
        Path file = write("clock.jsonl", at("2026-03-02T10:00:00Z"), at("2099-01-01T10:00:00Z"));
        ingest(MONDAY, file);

        assertThat(retention(OVER)).isEqualTo(new RawFiles.Retention(1, 0));
    }

    @Test
    void deleteCounted_recordOfTomorrow_keepsTheFile() {
        Path file = write("tomorrow.jsonl", at("2026-03-02T10:00:00Z"), at(OVER.plusDays(1) + "T10:00:00Z"));
        ingest(MONDAY, file);

        assertThat(retention(OVER)).isEqualTo(new RawFiles.Retention(0, 1));
    }

    @Test
    void deleteIfOver_fileThatVanishedOrCannotBeRead_isNoFailure() throws IOException {
        Path counted = write("counted.jsonl", at("2026-03-02T10:00:00Z"));
        ingest(MONDAY, counted);
        RawFiles files = new RawFiles(spool, SampleManifests.shipped(), exact);
        Path unreadable = changed(Files.createDirectory(spool.resolve("folder.jsonl")), "2026-03-02T12:00:00Z");

        assertThat(files.deleteIfOver(spool.resolve("vanished.jsonl"), exact.readLongAgo(OVER), OVER))
                .isFalse();
        assertThat(files.deleteIfOver(unreadable, exact.readLongAgo(OVER), OVER))
                .isFalse();
        assertThat(unreadable).exists();
        assertThat(files.deleteIfOver(counted, exact.readLongAgo(OVER), OVER)).isTrue();
    }

    @Test
    void deleteUnchanged_fileThatGrewOrWasTouchedSince_leavesIt() throws IOException {
        Path file = write("counted.jsonl", at("2026-03-02T10:00:00Z"));
        RawFiles.State seen = RawFiles.State.of(file);
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, seen.changed());
        assertThat(RawFiles.deleteUnchanged(file, seen)).isFalse();

        RawFiles.State grown = RawFiles.State.of(file);
        changed(file, "2026-03-02T13:00:00Z");
        assertThat(RawFiles.deleteUnchanged(file, grown)).isFalse();
        assertThat(RawFiles.deleteUnchanged(file, RawFiles.State.of(file))).isTrue();
        assertThat(file).doesNotExist();
    }

    private long delete(LocalDate today) {
        return retention(today).deleted();
    }

    private RawFiles.Retention retention(LocalDate today) {
        return new RawFiles(spool, SampleManifests.shipped(), exact).deleteCounted(today);
    }

    private void ingest(LocalDate to, Path... files) {
        Ingest.run(
                new IngestRequest(SampleManifests.shipped(), to.plusDays(1), to, List.of(files), new TreeMap<>()),
                exact,
                new CountingKeys(),
                Runner.direct(1));
    }

    private Path write(String name, String... lines) {
        return changed(InputFiles.write(spool.resolve(name), lines), "2026-03-02T12:00:00Z");
    }

    private static Path changed(Path file, String time) {
        try {
            return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(String time) {
        return metrics(resource("web", "acme"), duration(point(time, 0, 1)));
    }
}
