package com.opsatc.evidence;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.id.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Evidence rows for tests, and their way to a document and back. */
final class TestRows {
    static final Sha256 A = Sha256.of("a");
    static final Sha256 B = Sha256.of("b");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private TestRows() {}

    static EvidenceRow row(String record, long row, long contribution) {
        return EvidenceRowBuilder.builder()
                .record(record)
                .system("sap")
                .file(A)
                .row(row)
                .date(DAY)
                .contribution(contribution)
                .weight(1)
                .build();
    }

    static EvidenceRow pair(String record, long row, long toRow, LocalDate date, long contribution) {
        return EvidenceRowBuilder.builder()
                .record(record)
                .system("sap")
                .file(A)
                .row(row)
                .toFile(B)
                .toRow(toRow)
                .date(date)
                .contribution(contribution)
                .weight(1)
                .build();
    }

    static List<EvidenceRow> random(long seed, int n) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<EvidenceRow> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean second = random.nextBoolean();
            rows.add(EvidenceRowBuilder.builder()
                    .record("case-\u00e9\ud83d\ude00" + random.nextInt(n))
                    .system("sap")
                    .attributes(i % 3 == 0 ? new TreeMap<>() : new TreeMap<>(Map.of("k" + i % 2, "v\u00e9" + i % 5)))
                    .file(random.nextBoolean() ? A : B)
                    .row(1 + random.nextInt(1000))
                    .key(key(random))
                    .toFile(second ? B : null)
                    .toRow(second ? 1L + random.nextInt(1000) : null)
                    .toKey(second ? key(random) : null)
                    .date(DAY.plusDays(random.nextInt(100)))
                    .contribution(random.nextLong(1_000_000_000_000L))
                    .weight(1 + random.nextInt(3))
                    .censored(random.nextInt(4) == 0)
                    .more(Stream.generate(() ->
                                    new CitedRow(random.nextBoolean() ? A : B, 1 + random.nextInt(1000), key(random)))
                            .limit(random.nextInt(3))
                            .sorted()
                            .toList())
                    .build());
        }
        return rows.stream().sorted().toList();
    }

    private static String key(RandomGenerator random) {
        return random.nextInt(3) == 0 ? null : "BELEG-N\u00b0 " + random.nextInt(20);
    }

    record Document(byte[] bytes, Evidence evidence) {}

    static Document write(List<EvidenceRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Sha256> files = rows.stream()
                .flatMap(row -> row.citations().stream())
                .map(Citation::file)
                .collect(Collectors.toList());
        try (EvidenceWriter writer = new EvidenceWriter(out, files)) {
            for (EvidenceRow row : rows) {
                writer.add(row);
            }
            Evidence evidence = writer.finish("evidence/K-x.arrow");
            return new Document(out.toByteArray(), evidence);
        }
    }

    static List<EvidenceRow> read(byte[] bytes) {
        List<EvidenceRow> rows = new ArrayList<>();
        try (EvidenceReader reader = new EvidenceReader(new ByteArrayInputStream(bytes))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    static List<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed().toList();
    }
}
