package com.opsatc.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.Canaries;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.ForkedJvm;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.LeakScan;
import com.opsatc.telemetry.testing.PlantedInput;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T8, the reading side: nothing of what is planted in the input is in anything that the process says or leaves. */
class LeakTest {
    private static final String NOON = LeakProcess.DAY + "T12:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void process_canariesInEveryPosition_leaksNone() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        Path output = Files.createDirectories(folder.resolve("output"));
        PlantedInput.write(input, LeakProcess.DAY);

        String said = ForkedJvm.run(output, List.of("-Xmx1g"), LeakProcess.class, input.toString(), output.toString());

        assertThat(said).contains("IngestResult[committed=[2026-03-02]", "ReadTenants", "Aggregation[1 days]");
        assertThat(output.resolve("exact-2026-03-02.json")).exists();
        assertThat(output.resolve("target/test.log")).exists();
        assertThat(PlantedInput.scan().hits(output)).isEmpty();
        // The canaries were read: as tenant, users and features of records that count.
        assertThat(Files.readString(output.resolve("exact-2026-03-02.json"))).doesNotContain("\"activity\":[0]");
    }

    @Test
    void stepsBetween_canaries_carryPseudonymsOnly() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        PlantedInput.write(input, LeakProcess.DAY);
        Manifest manifest = SampleManifests.shipped();
        ByteArrayOutputStream between = new ByteArrayOutputStream();
        List<String> printed = new ArrayList<>();
        try (DayKeys keys = DayKeys.open(new CountingKeys())) {
            TenantTally tally =
                    new TenantTally(manifest, Days.upTo(LeakProcess.DAY), new Pseudonyms(keys), (shard, users) -> {
                        printed.add(users + " " + users.sorted());
                        encode(users, between);
                    });
            new OtlpLines(manifest).read(InputFiles.part(input.resolve("otlp.jsonl")), tally);
            assertThat(tally.finish().pointsUsed()).isPositive();
        }

        assertThat(between.size()).isGreaterThan(10_000);
        LeakScan raw = LeakScan.ofCanaries();
        assertThat(raw.hits(between.toByteArray())).isEmpty();
        assertThat(raw.hits(printed.toString())).isEmpty();
        // The scan sees pseudonyms where they are: they are what it is told to look for as well.
        assertThat(PlantedInput.scan().hits(between.toByteArray())).isNotEmpty();
    }

    /** T9: what a careless reader would let through, one field at a time; the scan must find each. */
    @Test
    void scan_leakyMutants_areAllFound() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        PlantedInput.write(input, LeakProcess.DAY);
        List<String> lines = Canaries.otlpLines(NOON);
        Map<String, UnaryOperator<String>> mutants = new LinkedHashMap<>();
        mutants.put("exemplar passes", line -> between(line, "\"exemplars\":", "\"asDouble\""));
        mutants.put("minimum is kept", line -> between(line, "\"min\":", ",\"max\""));
        mutants.put("maximum is kept", line -> between(line, "\"max\":", ",\"bucketCounts\""));
        mutants.put("unknown route passes", line -> between(line, "\"http.route\",\"value\":", "}}"));
        mutants.put("unknown feature passes", line -> between(line, "\"app.feature.key\",\"value\":", "}}"));
        mutants.put("error type passes", line -> between(line, "\"error.type\",\"value\":", "}}"));
        mutants.put("version passes", line -> between(line, "\"service.version\",\"value\":", "}}"));
        mutants.put("span name passes", line -> between(line, "\"name\":", ",\"kind\":2"));
        mutants.put("record is logged", line -> "DEBUG read " + line);
        mutants.put(
                "tenant is hashed without a key",
                line -> hashed(between(line, "\"tenant.id\",\"value\":{\"stringValue\":\"", "\"")));
        mutants.put("user is encoded", line -> base64(between(line, "\"user.id\",\"value\":", "}}")));
        mutants.put("parser's message is passed on", LeakTest::parserMessage);

        mutants.forEach((name, mutant) -> {
            StringBuilder output = new StringBuilder();
            lines.forEach(line -> output.append(mutant.apply(line)).append('\n'));
            assertThat(PlantedInput.scan().hits(output.toString())).as(name).isNotEmpty();
        });
        assertThat(mutants).hasSize(12);
    }

    private static void encode(UserDays users, ByteArrayOutputStream out) {
        try {
            Coders.USER_DAYS.encode(users, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String between(String line, String from, String to) {
        int start = line.indexOf(from);
        int end = start < 0 ? -1 : line.indexOf(to, start + from.length());
        return end < 0 ? "" : line.substring(start + from.length(), end);
    }

    private static String hashed(String text) {
        return Sha256.of(text).hex();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String parserMessage(String line) {
        try {
            new ObjectMapper().readTree(line);
            return "";
        } catch (JsonProcessingException e) {
            return e.getMessage();
        }
    }
}
