package com.opsatc.process.admit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.process.admit.read.Admission;
import com.opsatc.process.admit.read.AdmissionTest;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.testing.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuplicatesTest {
    private static final String HEADER = "Id,Quantity,Due,Day,Time,Kind,Note\n";
    private static final List<String> FILES = List.of(
            HEADER + "1,1,20240229,20240101,000000,public,a\n2,1,20240229,20240101,000000,public,a\n",
            HEADER + "1,2,20240229,20240103,000000,public,b\n3,1,20240229,,,public,b\n",
            HEADER + "1,3,20240229,20240102,000000,public,c\n2,9,20240229,20240101,000000,public,c\n",
            HEADER + "3,4,20240229,20231231,000000,public,d\n3,5,20240229,20231231,000000,public,d\n");

    @Test
    void resolve_fourFilesArrivedInEveryOrder_choosesTheSameWinners(@TempDir Path folder) throws Exception {
        for (int i = 0; i < FILES.size(); i++) {
            Files.writeString(folder.resolve(i + ".csv"), FILES.get(i));
        }

        Admitted admitted = Admitted.of(Connectors.parse(AdmissionTest.CONNECTOR), folder, Map.of());
        Map<String, List<Row>> byFile = admitted.batches().get("lines").accepted().collectAsList().stream()
                .collect(Collectors.groupingBy(row -> row.getAs("_file"), TreeMap::new, Collectors.toList()));
        // All orders in one job: the number of the try is part of every key.
        List<Row> arrived = new ArrayList<>();
        int tried = 0;
        for (List<Integer> order : permutations(List.of(0, 1, 2, 3))) {
            for (int i : order) {
                for (Row row : List.copyOf(byFile.values()).get(i)) {
                    arrived.add(withKey(row, tried + "/" + row.getAs("_key")));
                }
            }

            tried++;
        }

        Dataset<Row> rows = LocalSpark.session().createDataFrame(arrived, Admission.schema(admitted.source(), "lines"));
        Map<String, TreeSet<String>> byTry = new TreeMap<>();
        for (Row row : Duplicates.resolve(rows.repartition(3), admitted.deliveries("lines"))
                .selectExpr("split_part(_key, '/', 1)", "id", "quantity", "_file", "_row", "_winner")
                .collectAsList()) {
            byTry.computeIfAbsent(row.getString(0), any -> new TreeSet<>())
                    .add(row.getString(3) + "," + row.getLong(4) + "," + row.getString(1) + ","
                            + row.getDecimal(2).intValue() + "," + row.getBoolean(5));
        }

        assertThat(tried).isEqualTo(24);
        assertThat(byTry).hasSize(24);
        assertThat(new HashSet<>(byTry.values())).hasSize(1);
        // Line 1: the latest change. Line 2: equal changes are in conflict, and the greater digest stands in. Line 3: a
        // change beats none; of the two versions in one file the greater row stands in.
        List<String> winners = byTry.get("0").stream()
                .filter(row -> row.endsWith(",true"))
                .map(row -> row.split(",")[2] + " " + row.split(",")[3])
                .toList();
        assertThat(winners).hasSize(3).contains("1 2", "3 5");
    }

    /** Without a key by the content of its columns, with one by its values: neither by how they are written. */
    @Test
    void keys_ofOneRecordInTwoNotations_areOneKey(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("one.csv"), HEADER + "1,1,20240229,20240101,000000,public,a\n");
        Files.writeString(folder.resolve("two.csv"), HEADER + "1,1.0,20240229,20240101,000000,public,\u00a0a \n");
        Files.writeString(folder.resolve("three.csv"), HEADER + "1,01.000,20240229,20240101,000000,public,a\n");
        Files.writeString(folder.resolve("other.csv"), HEADER + "1,1.01,20240229,20240101,000000,public,a\n");

        for (String key : List.of("", "key: [id, quantity]")) {
            Admitted admitted = Admitted.of(
                    Connectors.parse(AdmissionTest.CONNECTOR
                            .replace("key: [id]", key)
                            .replace(key.isEmpty() ? "    cursor: changed\n" : "none", "")),
                    folder,
                    Map.of());

            assertThat(admitted.batches().get("lines").accepted().collectAsList().stream()
                            .collect(Collectors.groupingBy(row -> row.getAs("_key"), Collectors.counting()))
                            .values())
                    .as(key)
                    .containsExactlyInAnyOrder(3L, 1L);
        }
    }

    @Test
    void keys_withoutDeclaredOnes_keepAsManyEqualRowsAsOneFileHolds(@TempDir Path folder) throws Exception {
        String row = "c1,a,2024-01-01T00:00:00Z\n";
        Files.writeString(folder.resolve("one.csv"), "case,activity,time\n" + row + row + row);
        Files.writeString(
                folder.resolve("two.csv"), "case,activity,time\n" + row + row + "c2,a,2024-01-01T00:00:00Z\n");

        Admitted admitted = Admitted.of(
                "generic/event-log", folder, Map.of("case", "case", "activity", "activity", "timestamp", "time"));

        assertThat(Duplicates.winners(admitted.resolved("events"))
                        .groupBy("case_id")
                        .count()
                        .orderBy("case_id")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[c1,3], [c2,1]]");
        assertThat(admitted.resolved("events")
                        .where(not(col(Duplicates.WINNER)))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void keys_ofAFileWithoutEqualRows_areThoseThatCountingGives(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("one.csv"),
                "case,activity,time\nc1,a,2024-01-01T00:00:00Z\nc1,b,2024-01-01T00:00:00Z\n");
        Map<String, String> settings = Map.of("case", "case", "activity", "activity", "timestamp", "time");
        Admitted alone = Admitted.of("generic/event-log", folder, settings);
        Files.writeString(folder.resolve("two.csv"), "case,activity,time\n" + "c3,a,2024-01-01T00:00:00Z\n".repeat(2));
        Admitted beside = Admitted.of("generic/event-log", folder, settings);

        assertThat(alone.files()).extracting(ExtractFile::repeats).containsExactly(false);
        assertThat(beside.files()).extracting(ExtractFile::repeats).containsExactly(false, true);
        assertThat(keys(alone)).hasSize(2).isSubsetOf(keys(beside));
    }

    private static List<String> keys(Admitted admitted) {
        return admitted.resolved("events").select("_key").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void keys_ofFilesThatFollowEachOther_keepEveryRowApart(@TempDir Path folder) throws Exception {
        String row = "c1,a,2024-01-01T00:00:00Z\n";
        Files.writeString(folder.resolve("one.csv"), "case,activity,time\n" + row + row + row);
        Files.writeString(folder.resolve("two.csv"), "case,activity,time\n" + row + row);

        Admitted admitted = Admitted.of(
                "generic/event-log",
                folder,
                Map.of("case", "case", "activity", "activity", "timestamp", "time", "redelivery", "append"));

        assertThat(admitted.events().select("event_id").distinct().count()).isEqualTo(5);
    }

    @Test
    void keys_ofTheSameRowsInAnotherNotation_areTheSame(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("one.csv"),
                "case,activity,time\nc1,a,2024-01-01 10:00:00\nc1,b,2024-01-01 11:30:00\nc2,a,2024-01-01 10:00:00\n");
        Files.writeString(
                folder.resolve("two.csv"),
                "case,activity,time\nc1,a,2024-01-01 10:00:00.000\nc1,b,2024-01-01T11:30:00\n"
                        + "c2,a,2024-01-01 10:00:00.0\nc2,b,2024-01-01 12:00:00.000\n");

        Admitted admitted = Admitted.of(
                "generic/event-log", folder, Map.of("case", "case", "activity", "activity", "timestamp", "time"));

        assertThat(admitted.events().count()).isEqualTo(4);
        assertThat(admitted.resolved("events")
                        .where(not(col(Duplicates.WINNER)))
                        .count())
                .isEqualTo(3);
    }

    private static Row withKey(Row row, String key) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(i == row.fieldIndex("_key") ? key : row.get(i));
        }

        return RowFactory.create(cells.toArray());
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }

        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }

        return all;
    }
}
