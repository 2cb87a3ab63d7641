package com.opsatc.telemetry.ingest;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.exact.ExactDay;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.SampleManifests;
import com.opsatc.telemetry.testing.StoreAround;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    private final MemoryStore store = new MemoryStore();
    private final ExactDays exact = new ExactDays(store);

    @Test
    void run_nightAfterNight_countsEveryEventOnce() {
        Path first = write("first", at("2026-03-02T10:00:00Z"), at("2026-03-03T10:00:00Z"));
        assertThat(run(MONDAY, first).committed()).containsExactly(MONDAY);
        assertThat(activity(MONDAY)).isEqualTo(32);

        Path second = write("second", at("2026-03-02T11:00:00Z"), at("2026-03-02T12:00:00Z"));
        IngestResult result = run(MONDAY.plusDays(2), first, second);

        // The first file's Tuesday, and Monday's two events that came late; its Monday was counted.
        assertThat(result.committed()).containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(activity(MONDAY.plusDays(1))).isEqualTo(98);
        assertThat(activity(MONDAY.plusDays(2))).isZero();
        assertThat(result.counts().refused()).isEqualTo(Map.of(Refusal.SEEN_BEFORE, 1L));
    }

    /** Which days are released, and what they cost, must not show that a tenant has a record of months ago. */
    @Test
    void run_firstIngestWithOneTenantsFarOlderRecord_commitsTheSameDays() {
        String day = at("2026-03-02T10:00:00Z");
        IngestResult without = run(new ExactDays(new MemoryStore()), MONDAY, write("without", day));
        IngestResult with = run(MONDAY, write("with", day, of("bolt", "2025-05-06T10:00:00Z")));

        assertThat(with.committed()).isEqualTo(without.committed()).containsExactly(MONDAY);
        assertThat(with.counts().refused()).isEqualTo(Map.of(Refusal.LATE, 1L));
        assertThat(activity(MONDAY)).isEqualTo(32);
    }

    @Test
    void run_firstIngestOfLateEvents_countsThemWithinTheLateHours() {
        IngestResult result = run(
                MONDAY,
                write("in", at("2026-02-28T00:00:00Z"), at("2026-02-27T23:59:59Z"), at("2026-03-02T10:00:00Z")));

        assertThat(result.committed()).containsExactly(MONDAY);
        assertThat(activity(MONDAY)).isEqualTo(65);
        assertThat(result.counts().refused()).isEqualTo(Map.of(Refusal.LATE, 1L));
    }

    @Test
    void run_firstIngestThatSaysItsFirstDay_commitsFromThereAndLaterOnesGoOn() {
        List<Path> files = List.of(write("in", at("2026-03-01T10:00:00Z")));
        assertThat(ingest(MONDAY.minusDays(2), MONDAY, files).committed())
                .containsExactly(MONDAY.minusDays(2), MONDAY.minusDays(1), MONDAY);
        assertThat(activity(MONDAY.minusDays(1))).isEqualTo(32);

        assertThat(ingest(MONDAY.minusDays(9), MONDAY.plusDays(1), files).committed())
                .containsExactly(MONDAY.plusDays(1));
    }

    @Test
    void run_spoolThatGrows_countsEveryEventOnce() {
        run(MONDAY, write("spool", at("2026-03-02T10:00:00Z")));
        run(MONDAY.plusDays(1), write("spool", at("2026-03-02T10:00:00Z"), at("2026-03-03T10:00:00Z")));

        assertThat(activity(MONDAY)).isEqualTo(32);
        assertThat(activity(MONDAY.plusDays(1))).isEqualTo(32);
    }

    @Test
    void run_fileThatIsStillWritten_countsOnItsOwnDayAndTheRestWhenItIsComplete() throws IOException {
        String second = at("2026-03-02T11:00:00Z");
        String half = second.substring(0, second.length() / 2);
        Path open = InputFiles.write(
                folder.resolve("spool.jsonl.part"),
                (at("2026-03-02T10:00:00Z") + "\n" + half).getBytes(StandardCharsets.UTF_8));
        IngestResult first = run(MONDAY, open);
        assertThat(activity(MONDAY)).isEqualTo(32);
        assertThat(first.counts().lines()).isEqualTo(1);
        assertThat(first.counts().refused()).isEmpty();

        Path complete = Files.move(open, folder.resolve("spool.jsonl"));
        InputFiles.write(complete, at("2026-03-02T10:00:00Z"), second, at("2026-03-03T10:00:00Z"));
        IngestResult next = run(MONDAY.plusDays(1), complete);

        // Monday's second event, whose line was half written, came late: it counts on Tuesday beside Tuesday's.
        assertThat(activity(MONDAY.plusDays(1))).isEqualTo(65);
        assertThat(next.counts().refused()).isEqualTo(Map.of(Refusal.SEEN_BEFORE, 1L));
    }

    @Test
    void run_again_commitsNothing() {
        Path file = write("in", at("2026-03-02T10:00:00Z"));
        run(MONDAY, file);
        List<String> before = store.list("exact");

        assertThat(run(MONDAY, file).committed()).isEmpty();
        assertThat(store.list("exact")).isEqualTo(before);
    }

    @Test
    void run_againWithOtherFiles_isRefused() {
        Path file = write("in", at("2026-03-02T10:00:00Z"));
        Path other = write("other", at("2026-03-02T11:00:00Z"));
        run(MONDAY, file);

        for (List<Path> files : List.of(List.of(other), List.of(file, other))) {
            assertThatThrownBy(() -> run(MONDAY, files.toArray(Path[]::new)))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessage("Cannot ingest telemetry up to 2026-03-02: days are counted once and are counted up to"
                            + " 2026-03-02, and these are not the files, or not the manifest, that the day was counted"
                            + " from; ingest them up to a later day, on which they count as late for as long as the"
                            + " manifest allows");
        }
        assertThat(activity(MONDAY)).isEqualTo(32);
    }

    @Test
    void run_againWithTheSameFilesUnderOtherNames_changesNothing() {
        run(MONDAY, write("a", at("2026-03-02T10:00:00Z")), write("b", at("2026-03-02T11:00:00Z")));

        IngestResult again =
                run(MONDAY, write("d", at("2026-03-02T11:00:00Z")), write("c", at("2026-03-02T10:00:00Z")));

        assertThat(again.committed()).isEmpty();
    }

    @Test
    void run_dayBeforeTheFirstThatWasCounted_isRefused() {
        Path file = write("in", at("2026-03-02T10:00:00Z"));
        run(MONDAY, file);

        assertThatThrownBy(() -> run(MONDAY.minusDays(1), file))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessageStartingWith("Cannot ingest telemetry up to 2026-03-01: days are counted once and are"
                        + " counted up to 2026-03-02, and");
    }

    @Test
    void run_filesThatComeEveryNight_areNoReasonToRefuse() {
        run(MONDAY, write("in", at("2026-03-02T10:00:00Z")));

        Path grown = write("in", at("2026-03-02T10:00:00Z"), at("2026-03-03T10:00:00Z"));

        assertThat(ingest(MONDAY, MONDAY, List.of(grown)).committed()).isEmpty();
    }

    @Test
    void run_endedBetweenTwoDays_isTakenUp() {
        Path file = write("in", at("2026-03-02T10:00:00Z"), at("2026-03-03T10:00:00Z"), at("2026-03-04T10:00:00Z"));
        ExactDays failing = new ExactDays(new FailingStore(store, new AtomicInteger(2)));
        assertThatThrownBy(() -> ingest(failing, MONDAY, MONDAY.plusDays(2), List.of(file)))
                .hasMessage("power off");
        assertThat(exact.days()).containsExactly(MONDAY);

        Path late = write("late", at("2026-03-02T23:00:00Z"));
        run(MONDAY.plusDays(2), file, late);

        assertThat(exact.days()).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(List.of(activity(MONDAY), activity(MONDAY.plusDays(1)), activity(MONDAY.plusDays(2))))
                .containsExactly(32L, 65L, 32L);
    }

    @Test
    void run_dayThatIsNotOver_isRefused() {
        assertThatThrownBy(() -> Ingest.run(
                        new IngestRequest(SampleManifests.shipped(), MONDAY, MONDAY, List.of(), new TreeMap<>()),
                        exact,
                        new CountingKeys(),
                        Runner.direct(1)))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        "Cannot ingest telemetry up to 2026-03-02: the day is not over in UTC; name an earlier one");
    }

    @Test
    void run_moreThanAYearAfterTheLastDay_isRefusedBeforeAnythingIsRead() {
        run(MONDAY);
        List<String> before = store.list("exact");
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> run(MONDAY.plusDays(367), missing))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage("Cannot ingest telemetry up to 2027-03-04: it is more than 366 days after 2026-03-02, where"
                        + " telemetry stands, and no day that is counted can be opened again; check the clock and the day."
                        + " If nothing was ingested for so long, ingest up to 2027-03-03 first, then go on");
        assertThat(store.list("exact")).isEqualTo(before);
        assertThat(exact.last()).contains(MONDAY);
    }

    @Test
    void run_aYearAfterTheLastDay_commitsEveryDayOfIt() {
        run(MONDAY);

        assertThat(run(MONDAY.plusDays(366)).committed()).hasSize(366).endsWith(MONDAY.plusDays(366));
    }

    @Test
    void run_anyIngestAWeekLater_deletesTheVectorsThatNobodyReleased() {
        Path file = write("in", at("2026-03-02T10:00:00Z"));
        run(MONDAY, file);
        run(MONDAY.plusDays(7), file);
        assertThat(exact.days()).contains(MONDAY);

        run(MONDAY.plusDays(8), file);
        assertThat(exact.days()).doesNotContain(MONDAY).contains(MONDAY.plusDays(1));
        assertThat(exact.expired()).containsExactly(MONDAY);

        Ingest.run(
                new IngestRequest(SampleManifests.shipped(), MONDAY.plusDays(30), MONDAY, List.of(), new TreeMap<>()),
                exact,
                new CountingKeys(),
                Runner.direct(1));
        assertThat(exact.days()).as("nothing to commit, and over").isEmpty();
    }

    @Test
    void run_refused_deletesNothing() {
        run(MONDAY, write("in", at("2026-03-02T10:00:00Z")));

        assertThatThrownBy(() -> run(MONDAY.plusDays(3_000))).isInstanceOf(PipelineException.class);

        assertThat(exact.days()).containsExactly(MONDAY);
    }

    @Test
    void run_fileThatCannotBeRead_isSaidAndMayComeAgain() {
        byte[] whole = InputFiles.gzip((at("2026-03-02T10:00:00Z") + "\n").getBytes(StandardCharsets.UTF_8));
        Path file = InputFiles.write(folder.resolve("in.gz"), Arrays.copyOf(whole, whole.length - 5));
        IngestResult result = run(MONDAY, file);

        assertThat(result.messages())
                .containsExactly("Cannot read telemetry file " + file
                        + ": it is a gzip file that ends early or is damaged; deliver it again");
        assertThat(result.counts().refused()).isEqualTo(Map.of(Refusal.FILE_TRUNCATED, 1L));
        assertThat(activity(MONDAY)).isZero();

        run(MONDAY.plusDays(1), InputFiles.write(file, whole));
        assertThat(activity(MONDAY.plusDays(1))).isEqualTo(32);
    }

    @Test
    void run_ofTheProbeAlone_leavesTheTenantsDaysOpen() {
        TreeMap<ProbeSource, List<Path>> probe = new TreeMap<>();
        probe.put(ProbeSource.OTLP, List.of(write("probe", at("2026-03-02T10:00:00Z"))));
        IngestResult result = Ingest.run(
                new IngestRequest(SampleManifests.shipped(), MONDAY.plusDays(1), MONDAY, List.of(), probe),
                exact,
                new CountingKeys(),
                Runner.direct(2));

        assertThat(result.committed()).isEmpty();
        assertThat(exact.last()).isEmpty();
        assertThat(run(MONDAY, write("in", at("2026-03-02T10:00:00Z"))).committed())
                .containsExactly(MONDAY);
    }

    private long activity(LocalDate day) {
        ExactDay read = exact.read(day);
        return read.vectors().get("activity").get(0);
    }

    private IngestResult run(LocalDate to, Path... files) {
        return run(exact, to, files);
    }

    private static IngestResult run(ExactDays days, LocalDate to, Path... files) {
        return Ingest.run(
                new IngestRequest(SampleManifests.shipped(), to.plusDays(1), to, List.of(files), new TreeMap<>()),
                days,
                new CountingKeys(),
                Runner.direct(2));
    }

    private IngestResult ingest(LocalDate from, LocalDate to, List<Path> files) {
        return ingest(exact, from, to, files);
    }

    private static IngestResult ingest(ExactDays days, LocalDate from, LocalDate to, List<Path> files) {
        return Ingest.run(
                new IngestRequest(SampleManifests.shipped(), to.plusDays(1), from, to, files, new TreeMap<>(), true),
                days,
                new CountingKeys(),
                Runner.direct(2));
    }

    private Path write(String name, String... lines) {
        return InputFiles.write(folder.resolve(name), lines);
    }

    /** One operation of one tenant: 32 units. */
    private static String at(String time) {
        return of("acme", time);
    }

    private static String of(String tenant, String time) {
        return metrics(resource("web", tenant), duration(point(time, 0, 1)));
    }

    /** A store whose process ends at the n-th write. */
    private record FailingStore(RestrictedStore store, AtomicInteger left) implements StoreAround {
        @Override
        public void write(String path, byte[] bytes) {
            if (left.decrementAndGet() == 0) {
                throw new IllegalStateException("power off");
            }
            store.write(path, bytes);
        }
    }
}
