package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.StoredTables;
import com.opsatc.tenancy.run.StoredTables.Depth;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing or damaged in the store is named, and the next run makes it anew with the same bytes, or says why not. */
class DamagedStoreTest {
    private static final String HEADER = "case,activity,at\n";
    private static final String FIRST =
            HEADER + "c1,Open,2026-03-02T08:00:00Z\nc1,Close,2026-03-02T09:30:00Z\nc1,Close,yesterday\n";
    private static final String SECOND = HEADER + "c2,Open,2026-03-03T08:00:00Z\nc2,Close,2026-03-03T08:20:00Z\n";
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");
    private static final int SEGMENT = 1 << 20;
    private static final int CASES = 6_000;

    @TempDir
    private static Path folder;

    private static Path extract;
    private static TestTenant tenant;

    /** A way to damage a file. */
    private enum Way {
        FLIPPED,
        CUT,
        DELETED;

        void damage(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case FLIPPED -> {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
                case CUT -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
                case DELETED -> Files.delete(file);
            }
        }
    }

    @BeforeAll
    static void publish() throws IOException {
        extract = Files.createDirectory(folder.resolve("shared"));
        Files.writeString(extract.resolve("1.csv"), FIRST);
        Files.writeString(extract.resolve("2.csv"), SECOND);
        tenant = tenant("damaged", extract);
        tenant.run();
    }

    @Test
    void inspect_everyKindOfTableFileDamagedInEveryWay_namesThatFileAlone() throws IOException {
        RunManifest manifest = manifest(tenant);
        for (String file : List.of(
                listed(tenant, "admitted_", path -> path.endsWith(".parquet")),
                listed(tenant, "admitted_", path -> path.contains("/metadata/snap-")),
                listed(tenant, "admitted_", path -> path.endsWith("-m0.avro")),
                metadata(tenant, "admitted_"),
                manifest.tableFiles().path())) {
            Path stored = tenant.store().resolve(file);
            byte[] whole = Files.readAllBytes(stored);
            for (Way way : Way.values()) {
                way.damage(stored);
                try (TenantScope scope = tenant.open(Purpose.READ)) {
                    for (Depth depth : Depth.values()) {
                        assertThat(StoredTables.inspect(scope, manifest, depth).damaged())
                                .as("%s %s, %s", file, way, depth)
                                .containsExactly(file);
                    }
                }
                Files.write(stored, whole);
            }
        }
        assertWhole(tenant);
    }

    @Test
    void run_damagedRowsOfTheExtractAndMetadata_readsTheFilesAgainOrNamesThoseThatAreGone() throws IOException {
        Map<String, String> before = documents(tenant);
        String data = listed(tenant, "admitted_", path -> path.endsWith(".parquet"));
        String metadata = metadata(tenant, "log_log");
        Way.FLIPPED.damage(tenant.store().resolve(data));
        Way.DELETED.damage(tenant.store().resolve(metadata));
        Path aside = Files.move(extract.resolve("2.csv"), folder.resolve("2.csv"));

        assertThatThrownBy(tenant::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                .hasMessage("Cannot read source log again, as its stored rows are damaged: 1 file it had is not in the"
                        + " extract any more: 2.csv (damaged: " + data + ", " + metadata
                        + "); put them back, restore what is damaged, or"
                        + " leave them out with 'opsatc file withdraw --gone --tenant damaged'");
        assertThat(documents(tenant)).isEqualTo(before);

        Files.move(aside, extract.resolve("2.csv"));
        assertThat(tenant.run(RunRequest.Mode.DRY_RUN, null, ProgressSink.NONE).warnings())
                .containsExactly(
                        "stored files that were missing or damaged, and are made anew: 2 (" + data + ", " + metadata
                                + ")",
                        "log: files read again, as their stored rows were damaged: 2");
        RunOutcome healed = tenant.run();

        assertThat(healed.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(healed.warnings())
                .containsExactly(
                        "stored files that were missing or damaged, and are made anew: 2 (" + data + ", " + metadata
                                + ")",
                        "log: files read again, as their stored rows were damaged: 2");
        assertHealed(before);
    }

    /** Without the list of the tables' files, the tables themselves tell what they need. */
    @Test
    void run_damagedListDerivedTablesAndDocuments_makesThemAnewAndReadsNoFile() throws IOException {
        Map<String, String> before = documents(tenant);
        Way.DELETED.damage(
                tenant.store().resolve(listed(tenant, "event_log", path -> path.contains("/metadata/snap-"))));
        Way.CUT.damage(tenant.store().resolve(listed(tenant, "log_log", path -> path.endsWith(".parquet"))));
        Way.CUT.damage(tenant.store().resolve(manifest(tenant).tableFiles().path()));
        Way.FLIPPED.damage(tenant.store().resolve(document(tenant, Documents.REPORT.name())));
        Way.DELETED.damage(tenant.store().resolve(document(tenant, Documents.KPIS.name())));
        Way.CUT.damage(tenant.store().resolve(document(tenant, "evidence/")));

        assertThat(tenant.run().warnings())
                .singleElement()
                .asString()
                .startsWith("stored files that were missing or damaged, and are made anew: 6 (");
        assertHealed(before);
    }

    @Test
    void run_damagedManifest_goesOnFromTheLastThatCanBeRead() throws IOException {
        Path growing = Files.createDirectory(folder.resolve("growing"));
        Files.writeString(growing.resolve("1.csv"), FIRST);
        TestTenant grown = tenant("damaged-manifest", growing);
        grown.run();
        Files.writeString(growing.resolve("2.csv"), SECOND);
        grown.run();
        Map<String, String> before = documents(grown);
        String manifest;
        try (TenantScope scope = grown.open(Purpose.READ)) {
            manifest = Heads.current(scope).orElseThrow().manifestPath();
        }
        Way.FLIPPED.damage(grown.store().resolve(manifest));
        Path aside = Files.move(growing.resolve("2.csv"), folder.resolve("aside.csv"));

        assertThatThrownBy(grown::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                .hasMessageContaining("as the last run's manifest is damaged: 1 file it had is not in the extract any"
                        + " more: 2.csv (damaged: " + manifest + ")");

        Files.move(aside, growing.resolve("2.csv"));
        assertThat(grown.run().headSequence()).isEqualTo(3);
        assertThat(documents(grown)).isEqualTo(before);
        assertWhole(grown);
    }

    /** A byte in the middle of a file of several segments: only reading it finds that. */
    @Test
    void run_damageThatOnlyReadingFinds_saysSoAndTheNextRunLooksCloser() throws IOException {
        Path large = Files.createDirectory(folder.resolve("large"));
        StringBuilder many = new StringBuilder(FIRST);
        for (int i = 0; i < CASES; i++) {
            many.append(noise(i)).append(",Open,2026-03-02T08:00:00Z\n");
        }
        Files.writeString(large.resolve("1.csv"), many);
        TestTenant big = tenant("damaged-large", large);
        big.run();
        String data = listed(big, "admitted_", path -> path.endsWith(".parquet"));
        byte[] bytes = Files.readAllBytes(big.store().resolve(data));
        assertThat(bytes.length).isGreaterThan(SEGMENT);
        bytes[SEGMENT / 2] ^= 1;
        Files.write(big.store().resolve(data), bytes);
        try (TenantScope scope = big.open(Purpose.READ)) {
            assertThat(StoredTables.inspect(scope, manifest(big), Depth.OPENED).damaged())
                    .isEmpty();
            assertThat(StoredTables.inspect(scope, manifest(big), Depth.TO_THE_END)
                            .damaged())
                    .containsExactly(data);
        }
        Files.writeString(large.resolve("2.csv"), SECOND);

        assertThatThrownBy(big::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                .hasMessage("Cannot read " + data + ": it was altered, cut, extended or moved after it was written; run"
                        + " the tenant again: the run looks at all that is stored, and makes what is damaged anew from"
                        + " the extracts");
        try (TenantScope scope = big.open(Purpose.READ)) {
            assertThat(RunLedger.list(scope).stream().filter(run -> run.errorCode() == ErrorCode.STORE))
                    .hasSize(1);
        }
        RunOutcome healed = big.run();

        assertThat(healed.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(healed.admitted()).isEqualTo(CASES + 4);
        assertThat(healed.warnings()).contains("log: files read again, as their stored rows were damaged: 1");
        assertWhole(big);
    }

    /** A name that is long and that no codec makes short. */
    private static String noise(int number) {
        return IntStream.range(0, 12)
                .mapToObj(part -> Sha256.of(number + "/" + part).hex())
                .collect(Collectors.joining());
    }

    private static void assertHealed(Map<String, String> before) {
        assertThat(documents(tenant)).isEqualTo(before);
        assertWhole(tenant);
        assertThat(tenant.run().state()).isEqualTo(RunOutcome.State.UNCHANGED);
    }

    private static void assertWhole(TestTenant tenant) {
        try (TenantScope scope = tenant.open(Purpose.VERIFY)) {
            assertThat(StoredTables.inspect(scope, manifest(tenant)).damaged()).isEmpty();
        }
    }

    /** What is published now, each with the digest that its manifest states, or an error. */
    private static Map<String, String> documents(TestTenant tenant) {
        return tenant.published(published -> {
            Map<String, String> texts = new TreeMap<>();
            published
                    .manifest()
                    .documents()
                    .forEach(document -> texts.put(
                            document.name(),
                            new String(published.document(document.name()), StandardCharsets.ISO_8859_1)));
            published.manifest().tableDigests().forEach((table, digest) -> texts.put("table " + table, digest.hex()));
            return texts;
        });
    }

    private static RunManifest manifest(TestTenant tenant) {
        return tenant.published(Published::manifest);
    }

    /** A file of the published tables, as the list that the manifest names has it. */
    private static String listed(TestTenant tenant, String table, Predicate<String> which) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            return new String(scope.store().read(manifest(tenant).tableFiles().path()), StandardCharsets.UTF_8)
                    .lines()
                    .filter(path -> StoredTables.tableOf(path).startsWith(table))
                    .filter(which)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String metadata(TestTenant tenant, String table) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            return StoredTables.metadata(scope).entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(table))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String document(TestTenant tenant, String name) {
        return manifest(tenant).documents().stream()
                .filter(document -> document.name().startsWith(name))
                .map(RunManifest.Document::path)
                .findFirst()
                .orElseThrow();
    }

    private static TestTenant tenant(String name, Path extracts) {
        return Platform.tenant(name, "UTC").with("log", "generic/event-log", extracts, "UTC", SETTINGS);
    }
}
