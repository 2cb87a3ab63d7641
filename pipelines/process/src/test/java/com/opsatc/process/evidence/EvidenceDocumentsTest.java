package com.opsatc.process.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.process.kpi.MemorySink;
import com.opsatc.process.testing.LocalSpark;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceDocumentsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int ROWS = 500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void write_collectedOrStreamed_givesTheSameBytes(long seed) {
        List<Row> rows = random(seed);
        MemorySink collected = new MemorySink();
        MemorySink streamed = new MemorySink();

        EvidenceDocuments.Written first =
                EvidenceDocuments.write(table(rows).repartition(3), "sap", ZONE, "K-x", collected, ROWS, ROWS);
        EvidenceDocuments.Written second =
                EvidenceDocuments.write(table(rows).repartition(5), "sap", ZONE, "K-x", streamed, ROWS, ROWS - 1);

        assertThat(streamed.documents()).containsExactlyEntriesOf(collected.documents());
        assertThat(second.evidence()).isEqualTo(first.evidence());
        assertThat(second.population().contributions())
                .isEqualTo(first.population().contributions());
        assertThat(collected.rows("evidence/K-x.arrow")).isSorted().hasSize(ROWS);
    }

    @ParameterizedTest
    @ValueSource(ints = {ROWS, ROWS - 1})
    void population_fewOrMany_isThatOfTheWrittenDocument(int few) {
        List<Row> rows = random(4);
        EvidenceDocuments.Written written =
                EvidenceDocuments.write(table(rows), "sap", ZONE, "K-x", new MemorySink(), ROWS, ROWS);

        CountedRecords looked = EvidenceDocuments.population(table(rows).repartition(5), ZONE, ROWS, few);

        assertThat(looked.records())
                .isEqualTo(rows.stream().map(row -> row.getString(0)).distinct().count());
        assertThat(looked.members().contributions())
                .containsExactlyInAnyOrder(written.population().contributions());
        assertThat(looked.members().bucketSums(us -> us))
                .isEqualTo(written.population().bucketSums(us -> us));
        assertThat(looked.members().firstDate()).isEqualTo(written.population().firstDate());
        assertThat(looked.members().lastDate()).isEqualTo(written.population().lastDate());
    }

    @Test
    void write_instants_becomeDatesOfTheTenantsZone() {
        MemorySink sink = new MemorySink();
        // 2026-03-02 04:59:59.999999 UTC is 23:59:59.999999 the day before in New York, which is five hours behind.
        long us = 1_772_427_599_999_999L;

        EvidenceDocuments.Written written = EvidenceDocuments.write(
                table(List.of(row("a", 1, us, 7), row("b", 2, us + 1, 8))), "sap", ZONE, "K-x", sink, 2);

        assertThat(sink.rows("evidence/K-x.arrow"))
                .extracting(row -> row.date())
                .containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
        assertThat(written.population().firstDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(written.population().lastDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(written.population()
                        .between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2))
                        .contributions())
                .containsExactly(8);
    }

    @Test
    void require_missingColumns_namesThem() {
        Dataset<Row> rows = table(List.of()).drop("open", "to_row", "key");

        assertThatThrownBy(() -> ContributionTable.require(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid contributions: missing columns [key, to_row, open]");
    }

    private static Dataset<Row> table(List<Row> rows) {
        return LocalSpark.session().createDataFrame(rows, ContributionTable.SCHEMA);
    }

    private static Row row(String record, long row, long atUs, long contribution) {
        return RowFactory.create(
                record, Sha256.of("a").hex(), row, null, null, null, null, atUs, contribution, null, false);
    }

    private static List<Row> random(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            boolean second = random.nextInt(3) > 0;
            rows.add(RowFactory.create(
                    (random.nextBoolean() ? "\uff5e" : "\ud83d\ude00") + random.nextInt(50),
                    Sha256.of("file" + random.nextInt(3)).hex(),
                    1L + random.nextInt(10),
                    key(random),
                    second ? Sha256.of("file" + random.nextInt(5)).hex() : null,
                    second ? 1L + random.nextInt(10) : null,
                    second ? key(random) : null,
                    1_772_427_599_999_999L + random.nextLong(10_000_000_000_000L),
                    random.nextLong(1_000_000),
                    null,
                    false));
        }
        return rows;
    }

    /** None, or one of two that UTF-16 and UTF-8 order differently. */
    private static String key(RandomGenerator random) {
        int which = random.nextInt(3);
        return which == 0 ? null : which == 1 ? "NO \uff5e" : "NO \ud83d\ude00";
    }
}
