package com.opsatc.telemetry.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"200,0", "304,0", "399,0", "400,1", "404,1", "500,1"})
    void read_status_failsFrom400(int status, int failed) {
        assertThat(read("10.0.0.1 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1\" " + status + " 5 \"-\" \"x\"")
                        .observations())
                .containsExactly("opsatc-probe/ day 16572 TRACES  1 ops " + failed + " failed [] -1 us");
    }

    @Test
    void read_zone_decidesTheDay() {
        assertThat(read(
                                "h - - [17/May/2015:23:30:00 -0100] \"GET / HTTP/1.1\" 200 5",
                                "h - - [18/May/2015:00:30:00 +0100] \"GET / HTTP/1.1\" 200 -")
                        .observations())
                .containsExactly(
                        "opsatc-probe/ day 16573 TRACES  1 ops 0 failed [] -1 us",
                        "opsatc-probe/ day 16572 TRACES  1 ops 0 failed [] -1 us");
    }

    @Test
    void read_escapedQuotesAndOddRequests_areRead() {
        assertThat(read(
                                "h - a b [17/May/2015:10:05:60 +0000] \"GET /\\\"x\\\\\" 200 5",
                                "h - - [17/May/2015:10:05:03 +0000] \"-\" 408")
                        .observations())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "h - - [17/May/2015:10:05:03 +0000]",
                "h - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.1",
                "h - - [17/Mai/2015:10:05:03 +0000] \"GET /\" 200 5",
                "h - - [32/May/2015:10:05:03 +0000] \"GET /\" 200 5",
                "h - - [17/May/2015:25:05:03 +0000] \"GET /\" 200 5",
                "h - - [17/May/2015:10:05:03 +9900] \"GET /\" 200 5",
                "h - - [17/May/2015:10:05:03 +0000] \"GET /\" 20x 5",
                "h - - [17/May/2015:10:05:03 +0000] \"GET /\" 2000 5",
                "h - - [17/May/2015:10:05:03 +0000] \"GET /\" -",
                "h - - [1x/May/2015:10:05:03 +0000] \"GET /\" 200 5"
            })
    void read_lineOfAnotherForm_isMalformed(String line) {
        Found found = read(line);

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_MALFORMED, 1L));
    }

    @Test
    void read_timeBefore1970_isRefused() {
        assertThat(read("h - - [31/Dec/1969:23:59:59 +0000] \"GET /\" 200 5")
                        .counts()
                        .refused())
                .isEqualTo(Map.of(Refusal.BAD_TIME, 1L));
    }

    private Found read(String... lines) {
        Found found = new Found();
        new AccessLog(SampleManifests.shipped())
                .read(InputFiles.part(InputFiles.write(folder.resolve("log"), lines)), found);
        return found;
    }
}
