package com.opsatc.telemetry.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.input.FileMark;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.ExactFixtures;
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.SampleManifests;
import com.opsatc.telemetry.testing.StoreAround;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExactDaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final FileMark FILE = new FileMark(Sha256.of("file"), 4);

    private final MemoryStore store = new MemoryStore();
    private final ExactDays days = new ExactDays(store);

    @Test
    void commit_newDay_isReadAsItWas() {
        ExactDay day = day(DAY, "input", 7);

        assertThat(days.commit(day)).isTrue();
        assertThat(days.read(DAY)).isEqualTo(day);
        assertThat(days.days()).containsExactly(DAY);
        assertThat(days.last()).contains(DAY);
        assertThat(days.known()).containsExactly(FILE);
        assertThat(store.list("exact")).containsExactly("exact/2026-03-02.json");
    }

    @Test
    void commit_sameInputAgain_changesNothing() {
        days.commit(day(DAY, "input", 7));
        byte[] before = store.read("exact/2026-03-02.json");

        assertThat(days.commit(day(DAY, "input", 7))).isFalse();
        assertThat(store.read("exact/2026-03-02.json")).isEqualTo(before);
    }

    @Test
    void commit_otherInputOrVectors_isRefused() {
        days.commit(day(DAY, "input", 7));
        for (ExactDay other : List.of(day(DAY, "other", 7), day(DAY, "input", 8))) {
            assertThatThrownBy(() -> days.commit(other))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessage(
                            "Cannot commit telemetry of 2026-03-02: the day was committed from another input, and a day is"
                                    + " counted once; what came later counts on the next day");
        }
    }

    @Test
    void commit_raceWithAnother_isDecidedByWhatIsThere() {
        ExactDay mine = day(DAY, "input", 7);
        ExactDays racing = new ExactDays(new RacingStore(store, () -> days.commit(mine)));

        assertThat(racing.commit(mine)).isFalse();
        assertThatThrownBy(() -> racing.commit(day(DAY, "other", 7))).hasMessageContaining("counted once");
    }

    @Test
    void expire_afterSevenDays_deletesVectorsAndKeepsTheFact() {
        days.commit(day(DAY, "input", 7));

        assertThat(days.expire(DAY.plusDays(8))).isEmpty();
        assertThat(days.expire(DAY.plusDays(9))).containsExactly(DAY);
        assertThat(days.days()).isEmpty();
        assertThat(days.last()).contains(DAY);
        assertThat(days.known()).containsExactly(FILE);
        assertThat(new String(store.read("expired/2026-03-02.json"), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("vectors", "activity");
        assertThatThrownBy(() -> days.read(DAY))
                .hasMessage("Cannot read exact telemetry of 2026-03-02: it was not committed, or is older than 7 days");
    }

    @Test
    void commit_expiredDay_isDecidedAsBefore() {
        days.commit(day(DAY, "input", 7));
        days.expire(DAY.plusDays(9));

        assertThat(days.commit(day(DAY, "input", 7))).isFalse();
        assertThatThrownBy(() -> days.commit(day(DAY, "other", 7))).hasMessageContaining("counted once");
        assertThat(days.days()).isEmpty();
    }

    /** Also when the vectors are deleted: what a day was counted from is never forgotten. */
    @Test
    void isFrom_anythingButTheManifestAndFilesOfTheDay_isFalse() {
        Sha256 manifest = Sha256.of("manifest");
        FileMark other = new FileMark(Sha256.of("other"), 4);
        days.commit(day(DAY, "input", 7));

        for (LocalDate today : List.of(DAY.plusDays(1), DAY.plusDays(9))) {
            days.expire(today);
            assertThat(days.isFrom(DAY, manifest, List.of(FILE))).isTrue();
            assertThat(days.isFrom(DAY, Sha256.of("other"), List.of(FILE))).isFalse();
            for (List<FileMark> files : List.of(List.<FileMark>of(), List.of(other), List.of(FILE, other))) {
                assertThat(days.isFrom(DAY, manifest, files)).isFalse();
            }
            assertThat(days.isFrom(DAY.plusDays(1), manifest, List.of(FILE))).isFalse();
        }
        assertThat(days.expired()).containsExactly(DAY);
    }

    @Test
    void commit_anyCounts_takesTheSameSize() {
        MemoryStore sizes = new MemoryStore();
        ExactDays days = new ExactDays(sizes);
        TreeMap<Refusal, Long> all = new TreeMap<>();
        for (Refusal reason : Refusal.values()) {
            all.put(reason, 1L << 40);
        }
        long points = all.size() * (1L << 40);
        days.commit(day(DAY, "nothing", 0));
        days.commit(new ExactDay(
                DAY.plusDays(1),
                "1",
                Sha256.of("manifest"),
                Sha256.of("much"),
                DAY.plusDays(9),
                List.of(new FileMark(Sha256.of("large"), Long.MAX_VALUE)),
                new TreeMap<>(Map.of("activity", List.of(Long.MAX_VALUE))),
                new ReadCounts(points, points, refusedPoints(all), 0, all)));

        assertThat(sizes.read("exact/" + DAY + ".json")).hasSize(8192);
        assertThat(sizes.read("exact/" + DAY.plusDays(1) + ".json")).hasSize(8192);
        assertThat(days.read(DAY)).isEqualTo(day(DAY, "nothing", 0));
    }

    @Test
    void commit_shippedCellsAndManyFilesAtTheirLargest_takesTheSizeOfTheSmallest() {
        MemoryStore sizes = new MemoryStore();
        ExactDays days = new ExactDays(sizes);
        days.commit(shipped(DAY, 0, 1));
        days.commit(shipped(DAY.plusDays(1), Long.MAX_VALUE, Long.MAX_VALUE - 100));
        days.commit(shipped(DAY.plusDays(2), Long.MIN_VALUE, Long.MAX_VALUE - 100));

        // 6 KiB, 24 cells of 21 bytes and 100 files of 128 bytes are 19,448 bytes: three times 8 KiB.
        for (int day = 0; day < 3; day++) {
            assertThat(sizes.read("exact/" + DAY.plusDays(day) + ".json")).hasSize(24_576);
        }
        assertThat(days.read(DAY.plusDays(2)))
                .isEqualTo(shipped(DAY.plusDays(2), Long.MIN_VALUE, Long.MAX_VALUE - 100));
    }

    /** A day of the shipped manifest with one value in all of its cells, of 100 files that are so long or a little longer. */
    private static ExactDay shipped(LocalDate day, long units, long bytes) {
        ExactDay cells = ExactFixtures.day(SampleManifests.shipped(), day, units, day.plusDays(1));
        assertThat(cells.vectors().values().stream().mapToInt(List::size).sum()).isEqualTo(24);
        TreeMap<Refusal, Long> all = new TreeMap<>();
        for (Refusal reason : Refusal.values()) {
            all.put(reason, units == 0 ? 1 : 1L << 40);
        }
        long points = all.values().stream().mapToLong(Long::longValue).sum();
        return new ExactDay(
                day,
                cells.manifestVersion(),
                cells.manifestSha256(),
                cells.inputSha256(),
                cells.committedOn(),
                LongStream.range(0, 100)
                        .mapToObj(file -> new FileMark(Sha256.of("file " + file), bytes + file))
                        .toList(),
                cells.vectors(),
                new ReadCounts(points, points, refusedPoints(all), 0, all));
    }

    private static long refusedPoints(TreeMap<Refusal, Long> refused) {
        return refused.entrySet().stream()
                .filter(entry -> entry.getKey().level() == Refusal.Level.POINT)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void sha256_ofADay_dependsOnDayManifestAndVectorsAlone() {
        ExactDay day = day(DAY, "input", 7);

        assertThat(day.sha256()).isEqualTo(day(DAY, "other", 7).sha256());
        assertThat(day.sha256()).isNotEqualTo(day(DAY, "input", 8).sha256());
        assertThat(day.sha256()).isNotEqualTo(day(DAY.plusDays(1), "input", 7).sha256());
    }

    @Test
    void exactDay_committedBeforeItsEnd_isRefused() {
        assertThatThrownBy(() -> new ExactDay(
                        DAY, "1", Sha256.of("m"), Sha256.of("i"), DAY, List.of(), new TreeMap<>(), ReadCounts.NONE))
                .hasMessage("Invalid exact day: it is committed when the day is over");
    }

    private static ExactDay day(LocalDate day, String input, long cell) {
        return new ExactDay(
                day,
                "1",
                Sha256.of("manifest"),
                Sha256.of(input),
                day.plusDays(1),
                List.of(FILE),
                new TreeMap<>(Map.of("activity", List.of(cell))),
                new ReadCounts(1, 2, 3, 3, new TreeMap<>()));
    }

    /** Lets another ingest commit between the look and the write. */
    private record RacingStore(RestrictedStore store, Runnable before) implements StoreAround {
        @Override
        public void write(String path, byte[] bytes) {
            before.run();
            store.write(path, bytes);
        }
    }
}
