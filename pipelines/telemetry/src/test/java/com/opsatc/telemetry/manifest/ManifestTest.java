package com.opsatc.telemetry.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    @Test
    void load_shippedManifest_hasItsBlocksAndCells() {
        Manifest manifest = SampleManifests.shipped();

        assertThat(manifest.blocks())
                .extracting(Block::id)
                .containsExactly("activity", "errors", "latency", "features");
        assertThat(manifest.blocks()).extracting(Block::offset).containsExactly(0, 1, 4, 19);
        assertThat(manifest.cellCount()).isEqualTo(24);
        assertThat(manifest.userRadius()).isEqualTo(6553);
        assertThat(manifest.fleetMinimum()).isEqualTo(20);
        assertThat(manifest.block(BlockKind.ERRORS).orElseThrow().cells())
                .containsExactly(
                        new BlockCell(0, null, "errors"),
                        new BlockCell(1, null, "operations"),
                        new BlockCell(2, null, "over_clip"));
        assertThat(manifest.block(BlockKind.FEATURES).orElseThrow().cells())
                .extracting(BlockCell::key)
                .containsExactly("report", "findings", "context", "explain", "_OTHER");
        assertThat(manifest.block(BlockKind.LATENCY).orElseThrow().cells())
                .hasSize(15)
                .startsWith(new BlockCell(0, 5_000L, null))
                .endsWith(new BlockCell(13, 10_000_000L, null), new BlockCell(14, null, null));
    }

    @Test
    void load_shippedManifest_spendsTheDaysBudgetOnItsBlocks() {
        Manifest manifest = SampleManifests.shipped();

        Rational sum = manifest.blocks().stream().map(Block::rho).reduce(Rational.ZERO, Rational::plus);
        assertThat(sum).isEqualTo(manifest.rhoDay()).isEqualTo(Rational.of(288, 100_000));
        assertThat(manifest.block(BlockKind.LATENCY).orElseThrow().rho()).isEqualTo(Rational.of(4 * 288, 1_000_000));
    }

    @Test
    void sha256_commentAdded_staysTheSame() throws IOException {
        String text = Files.readString(SampleManifests.file());

        assertThat(Manifest.parse(("# more\n" + text).getBytes(StandardCharsets.UTF_8))
                        .sha256())
                .isEqualTo(SampleManifests.shipped().sha256())
                .isEqualTo(Manifest.ofJson(SampleManifests.shipped().json()).sha256())
                .isEqualTo(Sha256.of(SampleManifests.shipped().json()));
    }

    @Test
    void sha256_otherScale_differs() throws IOException {
        assertThat(changed("scale_per_day: 200\n", "scale_per_day: 201\n").sha256())
                .isNotEqualTo(SampleManifests.shipped().sha256());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rho_day: 288/100000|rho_day: 289/100000|/privacy/rho_day: 365 days cost more than rho_year",
                "rho_year: 1052/1000|rho_year: 1053/1000|/privacy/epsilon_year: rho_year stands for 9 at delta, rounded up",
                "epsilon_year: 8|epsilon_year: 9|/privacy/epsilon_year: rho_year stands for 8 at delta, rounded up",
                "epsilon_year: 8|epsilon_year: 11|/privacy/epsilon_year: maximum: 10",
                "delta: 1/1000000|delta: 1/999999|/privacy/delta: expected more than 0 and at most 1/1000000",
                "delta: 1/1000000|delta: 0/1|/privacy/delta: expected more than 0 and at most 1/1000000",
                "rho_day: 288/100000|rho_day: 0/1|/privacy/rho_day: expected more than 0",
                "unit_scale: 65536|unit_scale: 65535|/privacy/unit_scale: the arithmetic counts in 65536 units",
                "user_weight: 1/10|user_weight: 11/10|/privacy/user_weight: expected more than 0 and at most 1",
                "user_weight: 1/10|user_weight: 1/65537|/privacy/user_weight: expected more than 0 and at most 1",
                "fleet_minimum: 20|fleet_minimum: 19|/privacy/fleet_minimum: minimum: 20",
                "late_hours: 48|late_hours: 49|/privacy/late_hours: maximum: 48",
                "share: 10/100|share: 11/100|/blocks: the shares sum to 101/100, expected 1/1",
                "[5000, 10000,|[5000, 5000,|/blocks/2/bounds_us: uniqueItems: true",
                "[5000, 10000,|[10000, 5000,|/blocks/2/bounds_us/1: not above the bound before it",
                "clip: 5/100|clip: 101/100|/blocks/1/clip: expected at most 1, and at least one failed operation",
                "clip: 5/100|clip: 1/2001|/blocks/1/clip: expected at most 1, and at least one failed operation",
                "[report, findings|[_OTHER, findings|/blocks/3/keys",
                "feature_events: [app.feature.used|feature_events: [app.feature.seen"
                        + "|/operations/feature_events/0: no event of that name is understood",
                "fleet_minimum: 20|fleet_minimun: 20|unknown property fleet_minimun, did you mean fleet_minimum?",
                "id: errors|id: activity|/blocks/1/id: stands twice",
                "{name: opsatc-cli, signal: TRACES}|{name: opsatc-run, signal: METRICS}|/operations/services/2/name: stands twice",
            })
    void parse_brokenLimit_isRefused(String from, String to, String message) {
        assertThatThrownBy(() -> changed(from, to))
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Cannot use the telemetry manifest: ")
                .hasMessageContaining(message);
    }

    @Test
    void of_everythingWrong_listsItAtOnce() {
        assertThatThrownBy(() -> Manifest.parse(text().replace("late_hours: 48", "late_hours: 47")
                        .replace("unit_scale: 65536", "unit_scale: 65535")
                        .replace("share: 10/100", "share: 20/100")
                        .getBytes(StandardCharsets.UTF_8)))
                .hasMessage(
                        "Cannot use the telemetry manifest: /privacy/unit_scale: the arithmetic counts in 65536 units;"
                                + " /blocks: the shares sum to 11/10, expected 1/1");
    }

    @Test
    void parse_notYaml_namesTheLine() {
        assertThatThrownBy(() -> Manifest.parse("a: [\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("Cannot use the telemetry manifest: not YAML, or a key stands twice, at line 1");
    }

    @Test
    void load_noFile_isConfiguration() {
        assertThatThrownBy(() -> Manifest.load(Path.of("missing.yaml")))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        "Cannot read the telemetry manifest: missing.yaml is missing or not readable; name it in the"
                                + " configuration");
    }

    private static Manifest changed(String from, String to) throws IOException {
        String text = text();
        assertThat(text).contains(from);
        return Manifest.parse(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        try {
            return Files.readString(SampleManifests.file());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
