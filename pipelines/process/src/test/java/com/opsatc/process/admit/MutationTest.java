package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.process.admit.read.AdmissionTest;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.ExtractFile.Status;
import com.opsatc.process.admit.read.StreamBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MutationTest {
    private static final int FILES = 30;
    private static final String GOOD = "Id,Quantity,Due,Day,Time,Kind,Note\n"
            + "1,1,20240229,20240101,000000,public,\"a, b\"\r\n2,1.5-,20240229,20240101,000000,public,a\n".repeat(8);

    /** Whatever is damaged: a file is refused with no row read, or every record of it is accepted or quarantined. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void admission_ofDamagedFiles_losesNoRecord(long seed, @TempDir Path folder) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < FILES; i++) {
            Files.write(folder.resolve(i + ".csv"), damaged(random));
        }

        Admitted admitted = Admitted.of(Connectors.parse(AdmissionTest.CONNECTOR), folder, Map.of());

        Map<String, Long> kept = new HashMap<>();
        StreamBatch batch = admitted.batches().get("lines");
        count(batch.accepted().groupBy("_file").count(), kept);
        count(batch.quarantined().groupBy("file").count(), kept);
        for (ExtractFile file : admitted.files()) {
            long expected = file.status() == Status.REFUSED
                    ? 0
                    : kept.getOrDefault(file.digest().hex(), 0L);
            assertThat(file.read()).as(file.name() + " " + file.reason()).isEqualTo(expected);
        }

        assertThat(admitted.files()).hasSize(FILES).anyMatch(file -> file.status() == Status.REFUSED);
        assertThat(batch.quarantined().count()).isPositive();
    }

    private static byte[] damaged(RandomGenerator random) {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        byte[] marks = "\",\n\r\0é;x-".getBytes(StandardCharsets.UTF_8);
        int damages = random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            bytes[random.nextInt(bytes.length)] = marks[random.nextInt(marks.length)];
        }

        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void count(Dataset<Row> perFile, Map<String, Long> kept) {
        perFile.collectAsList().forEach(row -> kept.merge(row.getString(0), row.getLong(1), Long::sum));
    }
}
