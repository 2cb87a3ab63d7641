package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.run.Platform.TestTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In whatever order an extract's files come, over whatever runs: the last head's documents are, byte for byte, those of a tenant
 * that had all files in its first run. On the way files are late, renamed and delivered twice, and an attempt is killed.
 */
class DeliveryOrderTest {
    /** Where an attempt is killed: at one of so many first signs of life, or just before its head. */
    private static final int PLACES = 30;

    private static final Map<Long, Map<String, String>> AT_ONCE = new HashMap<>();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "order {0}")
    @ValueSource(longs = {1, 2, 3})
    void run_filesInAnyOrder_publishesWhatOneDeliveryDoes(long order) throws IOException {
        requireSame(/* log= */ 1, order, /* runs= */ 2);
    }

    @Tag("campaign")
    @ParameterizedTest(name = "log and order {0}")
    @ValueSource(longs = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void campaign_filesOfAnyLogInAnyOrder_publishesWhatOneDeliveryDoes(long seed) throws IOException {
        requireSame(seed, seed, /* runs= */ 4);
    }

    private void requireSame(long log, long order, int runs) throws IOException {
        Random random = new Random(order);
        Path extracts = Files.createDirectory(folder.resolve("growing"));
        TestTenant tenant = tenant("order-" + log + "-" + order, extracts);
        List<List<Map.Entry<String, String>>> deliveries = deliveries(log, runs, random);
        int killed = random.nextInt(runs);
        Map.Entry<String, String> renamed = deliveries.get(0).get(random.nextInt(2));
        Set<String> known = new HashSet<>();
        for (int run = 0; run < runs; run++) {
            boolean anythingNew = false;
            for (Map.Entry<String, String> file : deliveries.get(run)) {
                Files.writeString(extracts.resolve(file.getKey()), file.getValue());
                anythingNew |= known.add(file.getValue());
            }

            if (run == 0) {
                // Under a name that it will not keep.
                Files.move(extracts.resolve(renamed.getKey()), extracts.resolve("early-" + renamed.getKey()));
            } else if (run == 1) {
                Files.move(extracts.resolve("early-" + renamed.getKey()), extracts.resolve(renamed.getKey()));
            }

            if (run == killed && anythingNew) {
                Mortal mortal = Mortal.after(1 + random.nextInt(PLACES));
                assertThatThrownBy(() -> tenant.run(mortal, mortal)).isInstanceOf(Mortal.Killed.class);
            }

            assertThat(tenant.run().state())
                    .isEqualTo(anythingNew ? RunOutcome.State.PUBLISHED : RunOutcome.State.UNCHANGED);
        }

        assertThat(documents(tenant)).isEqualTo(atOnce(log));
    }

    /** The first has most records and some changes, each of the others something; the file that is delivered twice comes at any time. */
    private static List<List<Map.Entry<String, String>>> deliveries(long log, int runs, Random random) {
        SortedMap<String, String> left = new TreeMap<>(IncidentLog.files(log));
        List<List<Map.Entry<String, String>>> deliveries = new ArrayList<>();
        String changes = "sys_audit-" + random.nextInt(left.size() / 2) + ".csv";
        deliveries.add(new ArrayList<>(List.of(take(left, IncidentLog.MOST_RECORDS), take(left, changes))));
        List<Map.Entry<String, String>> files = new ArrayList<>(left.entrySet());
        Collections.shuffle(files, random);
        for (int run = 1; run < runs; run++) {
            deliveries.add(new ArrayList<>(List.of(files.remove(0))));
        }

        files.add(again(log));
        for (Map.Entry<String, String> file : files) {
            deliveries.get(random.nextInt(runs)).add(file);
        }

        return deliveries;
    }

    private static Map.Entry<String, String> take(SortedMap<String, String> files, String name) {
        return Map.entry(name, files.remove(name));
    }

    /** One of the files under a second name. */
    private static Map.Entry<String, String> again(long log) {
        return Map.entry("sys_audit-again.csv", IncidentLog.files(log).get("sys_audit-1.csv"));
    }

    private Map<String, String> atOnce(long log) throws IOException {
        Map<String, String> known = AT_ONCE.get(log);
        if (known != null) {
            return known;
        }

        Path extracts = Files.createDirectory(folder.resolve("at-once"));
        Map<String, String> files = new TreeMap<>(IncidentLog.files(log));
        files.put(again(log).getKey(), again(log).getValue());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(extracts.resolve(file.getKey()), file.getValue());
        }

        TestTenant tenant = tenant("order-" + log + "-once", extracts);
        tenant.run();
        Map<String, String> documents = documents(tenant);
        assertThat(documents.get("kpis.json")).contains("\"state\":\"measured\"");
        AT_ONCE.put(log, documents);

        return documents;
    }

    /** Every document of the current head and the digest of every table, without the names of tenant and run. */
    private static Map<String, String> documents(TestTenant tenant) {
        return tenant.published(published -> {
            RunManifest manifest = published.manifest();
            Map<String, String> texts = new TreeMap<>();
            for (RunManifest.Document document : manifest.documents()) {
                texts.put(
                        document.name(),
                        new String(published.document(document.name()), StandardCharsets.ISO_8859_1)
                                .replace(tenant.id().value(), "TENANT")
                                .replace(manifest.runId(), "RUN"));
            }

            manifest.tableDigests().forEach((table, digest) -> texts.put("table " + table, digest.hex()));
            return texts;
        });
    }

    private static TestTenant tenant(String name, Path extracts) {
        return Platform.tenant(name, "Europe/Berlin").with("log", "servicenow/incident", extracts, "UTC", Map.of());
    }
}
