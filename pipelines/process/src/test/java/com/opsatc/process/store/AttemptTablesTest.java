package com.opsatc.process.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.process.testing.LocalSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class AttemptTablesTest {
    private static final StructType SCHEMA = new StructType().add("n", DataTypes.LongType, false);
    private static final TableSpec NUMBERS = TableSpec.unpartitioned("numbers", SCHEMA);

    @TempDir
    private Path warehouse;

    private String catalog;

    @BeforeEach
    void catalog(TestInfo test) {
        catalog = "c" + Integer.toUnsignedString(test.getDisplayName().hashCode());
        LocalSpark.plainCatalog(catalog, warehouse);
    }

    @Test
    void read_tableNobodyWrote_isEmpty() {
        assertThat(attempt("a1", Map.of()).read(NUMBERS).collectAsList()).isEmpty();
    }

    @Test
    void write_branch_leavesMainEmptyAndPreviousSnapshotReadable() {
        AttemptTables first = attempt("a1", Map.of());
        first.overwrite(NUMBERS, numbers(1, 2));
        Map<String, Long> head = first.snapshots();

        AttemptTables second = attempt("a2", head);
        second.append(NUMBERS, numbers(3));

        assertThat(values(second.read(NUMBERS))).containsExactly(1L, 2L, 3L);
        assertThat(values(attempt("a3", head).read(NUMBERS))).containsExactly(1L, 2L);
        assertThat(LocalSpark.session().table(catalog + ".t.numbers").collectAsList())
                .isEmpty();
    }

    @Test
    void overwrite_previousRows_replacesThemInTheAttemptOnly() {
        AttemptTables first = attempt("a1", Map.of());
        first.overwrite(NUMBERS, numbers(1, 2));
        Map<String, Long> head = first.snapshots();
        AttemptTables second = attempt("a2", head);

        second.overwrite(NUMBERS, numbers(9));

        assertThat(values(second.read(NUMBERS))).containsExactly(9L);
        assertThat(values(attempt("a3", head).read(NUMBERS))).containsExactly(1L, 2L);
        assertThat(second.writtenTables()).containsExactly("numbers");
    }

    @Test
    void snapshots_tableThatTheAttemptHadNoUseFor_isNotCarriedOn() {
        AttemptTables first = attempt("a1", Map.of());
        first.overwrite(NUMBERS, numbers(1, 2));
        Map<String, Long> head = first.snapshots();

        AttemptTables second = attempt("a2", head);
        assertThat(second.snapshots()).isEmpty();
        assertThat(second.has(NUMBERS)).isTrue();
        assertThat(second.snapshots()).isEqualTo(head);
        AttemptTables third = attempt("a3", head);
        third.read(NUMBERS);
        assertThat(third.snapshots()).isEqualTo(head);
    }

    @Test
    void settle_attemptInNoHead_dropsItsBranchAndKeepsTheTaggedSnapshot() {
        AttemptTables first = attempt("a1", Map.of());
        first.overwrite(NUMBERS, numbers(1));
        AttemptTables dead = attempt("a2", first.snapshots());
        dead.append(NUMBERS, numbers(2));

        int dropped = Branches.settle(first, 1, first.snapshots());

        assertThat(dropped).isEqualTo(2);
        assertThat(first.load("numbers").refs()).containsOnlyKeys("head_1");
        assertThat(values(attempt("a3", first.snapshots()).read(NUMBERS))).containsExactly(1L);
        assertThat(Branches.settle(first, 1, first.snapshots())).isZero();
    }

    @Test
    void overwrite_tableOfAnEarlierRelease_hasTheColumnsAddedSince() {
        AttemptTables first = attempt("a1", Map.of());
        first.overwrite(NUMBERS, numbers(1));
        Map<String, Long> head = first.snapshots();
        TableSpec named = TableSpec.unpartitioned("numbers", SCHEMA.add("name", DataTypes.StringType, true));
        AttemptTables second = attempt("a2", head);

        second.append(named, numbers(2).withColumn("name", functions.lit("two")));

        assertThat(second.read(named).orderBy("n").collectAsList())
                .containsExactly(RowFactory.create(1L, null), RowFactory.create(2L, "two"));
        assertThat(values(attempt("a3", head).read(NUMBERS))).containsExactly(1L);
        AttemptTables third = attempt("a4", second.snapshots());
        third.overwrite(named, numbers(3).withColumn("name", functions.lit("three")));
        assertThat(third.read(named).collectAsList()).containsExactly(RowFactory.create(3L, "three"));
    }

    private AttemptTables attempt(String id, Map<String, Long> previous) {
        return new AttemptTables(LocalSpark.session(), catalog, id, previous, table -> {});
    }

    private static Dataset<Row> numbers(long... values) {
        List<Row> rows =
                java.util.Arrays.stream(values).mapToObj(RowFactory::create).toList();
        return LocalSpark.session().createDataFrame(rows, SCHEMA);
    }

    private static List<Long> values(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
    }
}
