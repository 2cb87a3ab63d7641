package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.LocalSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data gives the same documents: whatever the order of delivery, the files' names, or the partitioning. */
class SameRunBytesTest {
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");

    @TempDir
    private Path folder;

    @Test
    void run_deliveredLateAndRenamedOnOtherPartitions_givesTheSameDocuments() throws IOException {
        List<String> files = files();
        Path onTime = Files.createDirectory(folder.resolve("on-time"));
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(onTime.resolve("part-" + i + ".csv"), files.get(i));
        }
        TestTenant first = tenant("bytes-one", onTime);
        first.run();

        Path late = Files.createDirectory(folder.resolve("late"));
        TestTenant second = tenant("bytes-two", late);
        Files.writeString(late.resolve("b.csv"), files.get(2));
        second.run();
        Files.writeString(late.resolve("a.csv"), files.get(0));
        Files.writeString(late.resolve("z.csv"), files.get(1));
        SparkSession other = LocalSpark.session().newSession();
        other.conf().set("spark.sql.shuffle.partitions", 7);
        second.run(RunRequest.Mode.PUBLISH, null, ProgressSink.NONE, other);

        assertThat(documents(second, "bytes-two")).isEqualTo(documents(first, "bytes-one"));
    }

    @Test
    void run_again_isANoOpAndRecomputesToTheSameBytes() throws IOException {
        Path extracts = Files.createDirectory(folder.resolve("again"));
        Files.writeString(extracts.resolve("one.csv"), files().get(0));
        TestTenant tenant = tenant("bytes-again", extracts);
        RunOutcome first = tenant.run();
        // Delivered twice under another name: nothing new.
        Files.copy(extracts.resolve("one.csv"), extracts.resolve("copy.csv"));

        RunOutcome again = tenant.run();
        RunOutcome recomputed = tenant.run(RunRequest.Mode.RECOMPUTE, null, ProgressSink.NONE);

        assertThat(first.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(again.state()).isEqualTo(RunOutcome.State.UNCHANGED);
        assertThat(again.headSequence()).isEqualTo(first.headSequence());
        assertThat(recomputed.differing()).isEmpty();
        assertThat(recomputed.state()).isEqualTo(RunOutcome.State.EQUAL);
    }

    @Test
    void dryRun_newTenant_saysWhatItWouldDoAndWritesNothing() throws IOException {
        Path extracts = Files.createDirectory(folder.resolve("dry"));
        Files.writeString(extracts.resolve("one.csv"), files().get(0));
        Files.writeString(extracts.resolve("broken.csv.gz"), "not gzip");
        TestTenant tenant = tenant("bytes-dry", extracts);

        RunOutcome planned = tenant.run(RunRequest.Mode.DRY_RUN, null, ProgressSink.NONE);

        assertThat(planned.state()).isEqualTo(RunOutcome.State.PLANNED);
        assertThat(planned.files().stream().map(file -> file.name() + " " + file.status()))
                .containsExactlyInAnyOrder("broken.csv.gz refused", "one.csv new");
        assertThat(planned.writes()).contains("table event_log", "document context.json");
        assertThat(Files.exists(tenant.store().resolve("tables"))).isFalse();
        assertThat(Files.exists(tenant.store().resolve("documents"))).isFalse();
    }

    /** Every document but the names of tenant, run and files in it, which differ as they should. */
    private static Map<String, String> documents(TestTenant tenant, String name) {
        return tenant.published(published -> {
            RunManifest manifest = published.manifest();
            Map<String, String> texts = new TreeMap<>();
            for (RunManifest.Document document : manifest.documents()) {
                texts.put(
                        document.name(),
                        new String(published.document(document.name()), StandardCharsets.ISO_8859_1)
                                .replace(name, "TENANT")
                                .replace(manifest.runId(), "RUN")
                                .replaceAll("\"name\":\"[a-z0-9.-]+\\.csv\"", "\"name\":\"FILE\""));
            }

            manifest.tableDigests().forEach((table, digest) -> texts.put("table " + table, digest.hex()));
            return texts;
        });
    }

    private static TestTenant tenant(String name, Path extracts) {
        return Platform.tenant(name, "Europe/Berlin").with("log", "generic/event-log", extracts, "UTC", SETTINGS);
    }

    /** Three files of one log, cases spread over all of them, many events at one instant. */
    private static List<String> files() {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Instant at = Instant.parse("2026-03-27T06:00:00Z").plusSeconds(3600L * random.nextInt(90));
            rows.add("c" + random.nextInt(60) + ",Step " + random.nextInt(6) + "," + at + "\n");
        }

        Collections.shuffle(rows, random);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add("case,activity,at\n" + String.join("", rows.subList(i * 200, i * 200 + 200)));
        }

        return files;
    }
}
