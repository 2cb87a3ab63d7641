package com.opsatc.telemetry.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpFleetTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    @Test
    void write_fleet_isReadWholeByTheParser() throws IOException {
        OtlpFleet fleet = new OtlpFleet(40, 3, FIRST, 2, 100, 3);
        Found found = read(fleet);

        assertThat(found.counts().refused()).isEmpty();
        assertThat(found.counts().pointsUsed()).isEqualTo(fleet.points()).isEqualTo(24_000);
        assertThat(found.observations())
                .allMatch(shown -> shown.contains(" day 20514 ") || shown.contains(" day 20515 "));
        assertThat(count(found, " METRICS ")).isEqualTo(14_400);
        assertThat(count(found, " TRACES ")).isEqualTo(7_200);
        assertThat(count(found, " feature ")).isEqualTo(2_400);
    }

    @Test
    void write_fleet_hasErrorsAndALongTail() throws IOException {
        List<String> spans = read(new OtlpFleet(40, 3, FIRST, 2, 100, 3)).observations().stream()
                .filter(shown -> shown.contains(" TRACES "))
                .toList();
        double failed =
                spans.stream().filter(shown -> shown.contains(" 1 failed ")).count() / (double) spans.size();
        double slow = spans.stream().filter(shown -> duration(shown) > 500_000).count() / (double) spans.size();

        assertThat(failed).isBetween(0.005, 0.02);
        assertThat(slow).isBetween(0.03, 0.08);
    }

    @Test
    void write_sameParameters_givesTheSameBytesInParts() throws IOException {
        OtlpFleet fleet = new OtlpFleet(6, 2, FIRST, 2, 10, 3);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        fleet.write(SampleManifests.shipped(), 0, 4, parts);
        fleet.write(SampleManifests.shipped(), 4, 6, parts);

        assertThat(parts.toByteArray()).isEqualTo(bytes(fleet));
        assertThat(bytes(new OtlpFleet(6, 2, FIRST, 2, 10, 4))).isNotEqualTo(bytes(fleet));
    }

    private static long duration(String shown) {
        String[] words = shown.split(" ");
        return Long.parseLong(words[words.length - 2]);
    }

    private static long count(Found found, String part) {
        return found.observations().stream()
                .filter(shown -> shown.contains(part))
                .count();
    }

    private Found read(OtlpFleet fleet) throws IOException {
        Found found = new Found();
        new OtlpLines(SampleManifests.shipped())
                .read(InputFiles.part(InputFiles.write(folder.resolve("fleet"), bytes(fleet))), found);
        return found;
    }

    private static byte[] bytes(OtlpFleet fleet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fleet.write(SampleManifests.shipped(), bytes);
        return bytes.toByteArray();
    }
}
