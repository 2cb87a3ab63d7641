package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.process.admit.read.Admission;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.testing.LocalSpark;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Random records in random versions in random files: the rows that speak and the counts follow a plain reading of the rule. */
final class VersionsTest {
    private static final String CONNECTOR = """
        id: shop/states
        version: 1
        system: shop
        process: states
        title: States
        description: States of a shop.
        case-notion: order
        streams:
          states:
            description: States.
            files: "*.csv"
            format: csv
            key: [id]
            latest: [day]
            columns:
              id: {from: Id, type: string, required: true, description: Order.}
              quantity: {from: Quantity, type: decimal, description: Quantity.}
              day: {from: Day, type: date, description: Day.}
        events:
          - {stream: states, case: id, activity: "'State'", time: day}
        """;
    private static final SourceSpec SOURCE = new SourceSpec(
            "source", Connectors.parse(CONNECTOR), java.nio.file.Path.of("/"), java.time.ZoneOffset.UTC, Map.of());

    /** One version of a record. */
    private record Version(String file, long row, String key, int quantity, int day) {
        String content() {
            return quantity + " " + day;
        }
    }

    /** What a file is: its date of delivery, or none, and whether it stands aside. */
    private record Facts(String delivered, boolean aside) {}

    @Test
    void resolve_randomFilesInAnyOrder_theNewestSpeaksAndTiesAreConflicts() {
        Random random = new Random(20260110);
        Map<String, Facts> files = new TreeMap<>();
        List<Version> versions = new ArrayList<>();
        for (int f = 0; f < 60; f++) {
            String file = String.format("%064x", random.nextLong() & Long.MAX_VALUE);
            // Every third part of the records meets dated files only, undated ones only, or both.
            boolean dated = f % 3 == 0 || f % 3 == 2 && random.nextBoolean();
            files.put(
                    file, new Facts(dated ? "2026-01-0" + (1 + random.nextInt(3)) + "T00:00:00" : null, f % 20 == 19));
            int day = 20_000 + random.nextInt(4);
            for (int r = 1; r <= 12; r++) {
                String key = "k" + f % 3 + "-" + random.nextInt(40);
                versions.add(new Version(file, r, key, random.nextInt(2), day + random.nextInt(3)));
            }
        }
        Map<String, String> delivered = new TreeMap<>();
        files.forEach((file, facts) -> {
            if (facts.delivered() != null && !facts.aside()) {
                delivered.put(file, facts.delivered());
            }
        });
        Set<String> aside = files.keySet().stream()
                .filter(file -> files.get(file).aside())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> partaking = new TreeSet<>(files.keySet());
        partaking.removeAll(aside);
        DeliveredFiles deliveries =
                new DeliveredFiles(SOURCE.connector().stream("states"), partaking, delivered, aside, 0);
        Collections.shuffle(versions, random);

        Dataset<Row> resolved =
                Duplicates.resolve(rows(versions).repartition(3), deliveries).persist();

        Expected expected = expected(versions, files);
        assertThat(resolved.where("_winner").select("_file", "_row").collectAsList().stream()
                        .map(row -> row.getString(0) + " " + row.getLong(1)))
                .containsExactlyInAnyOrderElementsOf(expected.winners);
        assertThat(Versions.of(resolved, deliveries)).isEqualTo(new Versions(expected.decided, expected.conflicts));
        assertThat(expected.decided).containsOnlyKeys(StreamQuality.DELIVERY, StreamQuality.LATEST_INSTANT);
        assertThat(expected.conflicts).isPositive();
        resolved.unpersist();
    }

    private static final class Expected {
        private final Set<String> winners = new TreeSet<>();
        private final Map<String, Long> decided = new TreeMap<>();
        private long conflicts;
    }

    private static Expected expected(List<Version> versions, Map<String, Facts> files) {
        Map<String, Integer> latest =
                versions.stream().collect(Collectors.toMap(Version::file, Version::day, Math::max));
        Map<String, List<Version>> byKey = versions.stream()
                .filter(version -> !files.get(version.file()).aside())
                .collect(Collectors.groupingBy(Version::key));
        Expected expected = new Expected();
        byKey.values().forEach(all -> {
            boolean dated = all.stream().allMatch(v -> files.get(v.file()).delivered() != null);
            List<Version> newest =
                    dated ? greatest(all, v -> files.get(v.file()).delivered()) : all;
            List<Version> last = greatest(newest, v -> latest.get(v.file()));
            Version winner = last.stream()
                    .max(Comparator.comparing(Version::file).thenComparing(Version::row))
                    .orElseThrow();
            expected.winners.add(winner.file() + " " + winner.row());
            if (contents(all) > 1) {
                if (contents(newest) == 1) {
                    expected.decided.merge(StreamQuality.DELIVERY, 1L, Long::sum);
                } else if (contents(last) == 1) {
                    expected.decided.merge(StreamQuality.LATEST_INSTANT, 1L, Long::sum);
                } else {
                    expected.conflicts++;
                }
            }
        });
        return expected;
    }

    private static <T extends Comparable<T>> List<Version> greatest(
            List<Version> versions, java.util.function.Function<Version, T> by) {
        T most = versions.stream().map(by).max(Comparator.naturalOrder()).orElseThrow();
        return versions.stream().filter(v -> by.apply(v).equals(most)).toList();
    }

    private static long contents(List<Version> versions) {
        return versions.stream().map(Version::content).distinct().count();
    }

    private static Dataset<Row> rows(List<Version> versions) {
        return LocalSpark.session()
                .createDataFrame(
                        versions.stream()
                                .map(v -> RowFactory.create(
                                        v.key(),
                                        BigDecimal.valueOf(v.quantity()),
                                        Date.valueOf(LocalDate.ofEpochDay(v.day())),
                                        v.file(),
                                        v.row(),
                                        v.key(),
                                        null,
                                        null))
                                .toList(),
                        Admission.schema(SOURCE, "states"));
    }
}
