package com.opsatc.jobs.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.aggregate.Aggregator;
import com.opsatc.telemetry.aggregate.Days;
import com.opsatc.telemetry.aggregate.Request;
import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark has on the disk when the last of its tasks has ended and its folder is still there. */
class SparkSettingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final byte[] KEY = new byte[32];
    private static final int TENANTS = 40;
    /** Name and value of each setting that is not of Spark's SQL or of what it logs. */
    private static final Pattern OF_TENANTS =
            Pattern.compile("[.]config\\(\"(spark[.](?!sql[.]|redaction[.])[^\"]+)\", \"?(.+?)\"?\\)\n");

    private static final List<String> HELD = new ArrayList<>();

    private static Path looked;

    @TempDir
    private Path scratch;

    private TreeMap<Object, Object> before;

    @BeforeEach
    void remember() throws IOException {
        before = new TreeMap<>(System.getProperties());
        looked = Files.createDirectory(scratch.resolve("spark"));
        HELD.clear();
        System.setProperty("spark.extraListeners", Looking.class.getName());
    }

    @AfterEach
    void forget() {
        System.getProperties()
                .keySet()
                .removeIf(name -> name.toString().startsWith("spark.") && !before.containsKey(name));
    }

    /** Without compression, which may hide what encryption should. */
    @Test
    void apply_beforeSparkStarts_leavesNoPseudonymInItsFiles() throws IOException {
        SparkSettings.apply(scratch);
        System.setProperty("spark.shuffle.compress", "false");
        aggregate();

        assertThat(HELD).isNotEmpty().containsOnly("no pseudonym");
    }

    /** The look bites: the same files without encryption give them away. */
    @Test
    void filesInClear_areFound() throws IOException {
        SparkSettings.apply(scratch);
        System.setProperty("spark.io.encryption.enabled", "false");
        System.setProperty("spark.shuffle.compress", "false");
        aggregate();

        assertThat(HELD).contains("a pseudonym");
    }

    /** What the runs of tenants set stands in their source: this module does not depend on theirs, and must not drift from it. */
    @Test
    void of_scratch_isWhatTheRunsOfTenantsHave() throws IOException {
        String source = Files.readString(Path.of(System.getProperty("opsatc.root"))
                .resolve("jobs/run/src/main/java/com/opsatc/jobs/run/Sessions.java"));
        Map<String, String> expected = new TreeMap<>();
        OF_TENANTS.matcher(source).results().forEach(set -> expected.put(set.group(1), set.group(2)));
        assertThat(expected).hasSize(12).containsEntry("spark.local.dir", "scratch.resolve(\"spark\").toString()");
        expected.put("spark.local.dir", scratch.resolve("spark").toString());

        assertThat(SparkSettings.of(scratch)).isEqualTo(expected);
    }

    /** Looks at the shuffle files before Spark removes them. */
    public static final class Looking extends SparkListener {
        @Override
        public void onApplicationEnd(SparkListenerApplicationEnd end) {
            try (Stream<Path> files = Files.walk(looked)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".data")).toList()) {
                    HELD.add(holdsPseudonym(file) ? "a pseudonym" : "no pseudonym");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean holdsPseudonym(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            if (bytes.contains(pseudonym("tenant-" + tenant))) {
                return true;
            }
        }
        return false;
    }

    private static String pseudonym(String tenant) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] hash = mac.doFinal(LengthPrefixed.of("tenant", tenant));
            return new String(Arrays.copyOf(hash, 16), StandardCharsets.ISO_8859_1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void aggregate() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            lines.add("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":"
                    + "{\"stringValue\":\"opsatc-cli\"}},{\"key\":\"tenant.id\",\"value\":{\"stringValue\":\"tenant-"
                    + tenant + "\"}}]},\"scopeSpans\":[{\"spans\":[{\"kind\":2,\"startTimeUnixNano\":"
                    + "\"1772445600000000000\",\"endTimeUnixNano\":\"1772445600000001000\"}]}]}]}");
        }
        Path input = Files.write(scratch.resolve("in.jsonl"), lines);
        Manifest manifest =
                Manifest.load(Path.of(System.getProperty("opsatc.root")).resolve("conf/telemetry/manifest.yaml"));
        var found = Aggregator.run(
                new Request(manifest, Days.upTo(DAY), List.of(input), new TreeMap<>(Map.of()), List.of(), 500),
                KEY::clone,
                Runner.spark(2));
        assertThat(found.counts().pointsUsed()).isEqualTo(TENANTS);
    }
}
