package com.opsatc.telemetry.input.otlp;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.featureUsed;
import static com.opsatc.telemetry.testing.Otlp.logs;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static com.opsatc.telemetry.testing.Otlp.status;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged lines are refused and counted, whatever the damage; no line disturbs another. */
class OtlpFuzzTest {
    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-1",
            "1e9999",
            "NaN",
            "\\u0000",
            "\\ud800",
            "\"key\":");
    private static final int DAMAGED = 20_000;

    @TempDir
    private Path folder;

    @Test
    void read_damagedLines_countsEveryLineAndKeepsTheGoodOnes() throws java.io.IOException {
        List<String> whole = List.of(
                metrics(resource("web", "acme"), duration(point(NOON, 2, 7, user("ann"), status(500)))),
                spans(resource("web", "acme"), span(NOON, 7, user("ann"))),
                logs(resource("web", "acme"), featureUsed(NOON, "report", user("ann"))));
        Random random = new Random(5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < DAMAGED; i++) {
            bytes.write(damaged(whole.get(i % whole.size()), random));
            bytes.write('\n');
            bytes.write(whole.get(1).getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        }
        Found found = new Found();
        new OtlpLines(SampleManifests.shipped())
                .read(InputFiles.part(InputFiles.write(folder.resolve("in"), bytes.toByteArray())), found);

        ReadCounts counts = found.counts();
        assertThat(counts.lines()).isEqualTo(2 * DAMAGED);
        assertThat(counts.pointsUsed()).isGreaterThanOrEqualTo(DAMAGED);
        assertThat(counts.refused().entrySet().stream()
                        .filter(each -> each.getKey().level() == Refusal.Level.LINE)
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isBetween(DAMAGED / 2L, (long) DAMAGED);
    }

    /** One to three changes: a byte turned, cut, doubled, or a token put in; never a line feed, and never blank. */
    private static byte[] damaged(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() - 1) + 1;
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(200)));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
                case 2 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                default -> text.setLength(at);
            }
            if (text.length() < 2) {
                return "{".getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
