package com.opsatc.telemetry.input.otlp;

import static com.opsatc.telemetry.input.otlp.OtlpFile.ACME;
import static com.opsatc.telemetry.input.otlp.OtlpFile.NOON;
import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.LineReader;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is refused with what cannot be read: a record, or the whole line. */
class OtlpMalformedTest {
    private final OtlpFile otlp;

    OtlpMalformedTest(@TempDir Path folder) {
        otlp = new OtlpFile(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "3",
                "\"text\"",
                "{} {}",
                "{\"resourceSpans\":{}}",
                "{\"a\":1,\"a\":2}",
                "{\"resourceSpans\":[],}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1}x"
            })
    void read_malformedLine_isRefusedAndTheRestGoesOn(String line) {
        Found found = otlp.read(line, spans(ACME, span(NOON, 1)));

        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_MALFORMED, 1L));
        assertThat(found.counts().lines()).isEqualTo(2);
        assertThat(found.observations()).hasSize(1);
    }

    /** Another tenant's record of the same line counts, before and behind the malformed one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceSpans\":[@,{\"resource\":3},@]}",
                "{\"resourceSpans\":[@,null,@]}",
                "{\"resourceSpans\":[@,[[{}]],@]}",
                "{\"resourceSpans\":[@,{\"resource\":{\"attributes\":{\"deep\":[1,{}]}},\"more\":[{}]},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":[{\"spans\":[7]}],\"resource\":{}},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":[{\"spans\":[{\"attributes\":{\"a\":{}}}]}]},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":[{\"spans\":[{\"attributes\":[{\"key\":4}],\"kind\":2}]}]},@]}",
                "{\"resourceSpans\":[@,{\"scopeSpans\":{\"spans\":[]}},@]}"
            })
    void read_malformedRecordOfOneTenant_isRefusedAlone(String line) {
        String other = spans(ACME, span(NOON, 1)).replace("{\"resourceSpans\":[", "");
        Found found = otlp.read(line.replace("@", other.substring(0, other.length() - 2)));

        assertThat(found.observations()).hasSize(2);
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.MALFORMED, 1L));
        assertThat(found.counts().points()).isEqualTo(3);
    }

    @Test
    void read_malformedPoint_isRefusedAlone() {
        String good = point(NOON, 0, 1);
        Found found = otlp.read(metrics(ACME, duration(good, "5", good)));

        assertThat(found.observations()).hasSize(2);
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.MALFORMED, 1L));
    }

    /** Whose the spans before the break are stands behind it: they are nobody's. */
    @Test
    void read_resourceThatBreaksBeforeItsTenant_isRefusedWithItsRecords() {
        String span = span(NOON, 1);
        Found found = otlp.read("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span
                + "]},4],\"resource\":{\"attributes\":[" + ACME + "]}}]}");

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.MALFORMED, 2L));
    }

    @Test
    void read_lineThatBreaksLate_countsNothingOfIt() {
        String good = spans(ACME, span(NOON, 1));
        Found found = otlp.read(good.substring(0, good.length() - 2));

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_MALFORMED, 1L));
        assertThat(found.counts().points()).isZero();
    }

    @Test
    void read_deepLine_isRefusedAlsoWhereItIsSkipped() {
        assertThat(otlp.read("{\"unknown\":" + "[".repeat(31) + "]".repeat(31) + "}")
                        .counts()
                        .refused())
                .isEmpty();
        assertThat(otlp.read("{\"unknown\":" + "[".repeat(32) + "]".repeat(32) + "}")
                        .counts()
                        .refused())
                .isEqualTo(Map.of(Refusal.LINE_TOO_DEEP, 1L));
        assertThat(otlp.read("{\"unknown\":" + "[".repeat(100_000)).counts().refused())
                .isEqualTo(Map.of(Refusal.LINE_TOO_DEEP, 1L));
    }

    @Test
    void read_longNumber_isRefusedAlsoWhereItIsSkippedAndALongNameIsNot() {
        String good = spans(ACME, span(NOON, 1));
        String more = good.substring(0, good.length() - 1) + ",\"unknown\":{\"@\":#}}";

        assertThat(otlp.read(more.replace("#", "1".repeat(100))).observations()).hasSize(1);
        for (String number : List.of("1".repeat(101), "1." + "1".repeat(100), "1e" + "0".repeat(99) + "1")) {
            Found found = otlp.read(more.replace("#", number));
            assertThat(found.observations()).isEmpty();
            assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_TOO_DEEP, 1L));
        }
        assertThat(otlp.read(more.replace("#", "1").replace("@", "x".repeat(1_000_000)))
                        .observations())
                .hasSize(1);
    }

    @Test
    void read_bytesThatAreNotUtf8_areRefusedAlsoWhereTheyAreSkipped() {
        byte[] line = "{\"unknown\":\"??\"}\n".getBytes(StandardCharsets.UTF_8);
        for (int[] pair : new int[][] {{0xc0, 0x80}, {0xff, 'x'}, {'x', 0xc3}}) {
            line[12] = (byte) pair[0];
            line[13] = (byte) pair[1];
            assertThat(otlp.read(line).counts().refused()).isEqualTo(Map.of(Refusal.LINE_NOT_UTF8, 1L));
        }
    }

    @Test
    void read_lineOverTheLimit_isRefusedAndTheRestGoesOn() {
        String padded = "{\"unknown\":\"" + "x".repeat(LineReader.LONGEST_BYTES) + "\"}";
        Found found = otlp.read(padded, spans(ACME, span(NOON, 1)));

        assertThat(found.counts().refused()).isEqualTo(Map.of(Refusal.LINE_TOO_LONG, 1L));
        assertThat(found.observations()).hasSize(1);
    }
}
