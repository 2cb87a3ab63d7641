package com.opsatc.process.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void append_tableOfAnEarlierBuild_addsItsColumnAndKeepsItsRows() {
        AttemptTables first = attempt("a1", Map.of());
        first.append(NUMBERS, numbers(1));
        Map<String, Long> head = first.snapshots();
        StructType more =
                new StructType().add("unit", DataTypes.StringType, true).add("n", DataTypes.LongType, true);
        TableSpec today = TableSpec.unpartitioned("numbers", more);

        assertThat(texts(attempt("a2", head).read(today))).containsExactly("[null,1]");
        AttemptTables second = attempt("a3", head);
        second.append(today, LocalSpark.session().createDataFrame(List.of(RowFactory.create("h", 2L)), more));

        assertThat(texts(second.read(today))).containsExactly("[h,2]", "[null,1]");
        assertThat(values(attempt("a4", head).read(NUMBERS))).containsExactly(1L);

        // The build before, on the table of the one after.
        AttemptTables back = attempt("a5", second.snapshots());
        back.append(NUMBERS, numbers(3));
        assertThat(texts(back.read(today))).containsExactly("[h,2]", "[null,1]", "[null,3]");
    }

    @Test
    void append_columnThatAnEarlierBuildStoredOtherwise_isWidenedOrRefusedWithWhatToDo() {
        StructType narrow = new StructType().add("n", DataTypes.IntegerType, true);
        AttemptTables first = attempt("a1", Map.of());
        first.append(
                TableSpec.unpartitioned("numbers", narrow),
                LocalSpark.session().createDataFrame(List.of(RowFactory.create(1)), narrow));
        Map<String, Long> head = first.snapshots();

        AttemptTables second = attempt("a2", head);
        assertThat(values(second.read(NUMBERS))).containsExactly(1L);
        second.append(NUMBERS, numbers(2));
        assertThat(values(second.read(NUMBERS))).containsExactly(1L, 2L);

        StructType text = new StructType().add("n", DataTypes.StringType, true);
        TableSpec other = TableSpec.unpartitioned("numbers", text);
        Dataset<Row> words = LocalSpark.session().createDataFrame(List.of(RowFactory.create("one")), text);
        String refused =
                "Cannot use table numbers: an earlier build stored its column n as bigint, this one stores string,"
                        + " and its rows are to be kept; take the source out with 'opsatc source remove' and add it again under"
                        + " another name, so that its files are read again";
        AttemptTables third = attempt("a3", second.snapshots());
        assertThatThrownBy(() -> third.append(other, words)).hasMessage(refused);
        assertThatThrownBy(() -> third.read(other)).hasMessage(refused);

        AttemptTables fourth = attempt("a4", second.snapshots());
        fourth.overwrite(other, words);
        assertThat(texts(fourth.read(other))).containsExactly("[one]");
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
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
