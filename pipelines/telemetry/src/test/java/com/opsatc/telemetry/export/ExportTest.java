package com.opsatc.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.telemetry.release.SeededRelease;
import com.opsatc.telemetry.testing.SampleManifests;
import com.opsatc.telemetry.window.WindowViews;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Manifest MANIFEST = SampleManifests.shipped();
    /** Prometheus text format 0.0.4: a sample of a gauge, without a timestamp. */
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\n\"])*\",?)+\\})? -?[0-9]+(\\.[0-9]+)?");

    @Test
    void prometheus_everyLine_isOfTheFormatAndAGauge() {
        String text = text(view(9));

        String family = "";
        Set<String> samples = new TreeSet<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("# HELP ")) {
                family = line.split(" ")[2];
            } else if (line.startsWith("# TYPE ")) {
                assertThat(line).isEqualTo("# TYPE " + family + " gauge");
            } else if (!line.isEmpty()) {
                assertThat(line).matches(SAMPLE);
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).isTrue();
                assertThat(sample.group(1)).isEqualTo(family);
                assertThat(samples.add(line.substring(0, line.lastIndexOf(' '))))
                        .as(line)
                        .isTrue();
            }
        }
        assertThat(text).endsWith("\n").doesNotContain("counter", "histogram");
        assertThat(samples).hasSizeGreaterThan(100);
    }

    @Test
    void prometheus_aView_saysItsFigures() {
        TelemetryView view = view(9);

        String text = text(view);

        BigDecimal share = view.windows().stream()
                .filter(row ->
                        row.metric().equals("latency_share_le") && row.key().equals("500000") && row.windowDays() == 7)
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(text.lines())
                .contains(
                        "platform_http_server_request_duration_share{le=\"0.5\",service_area=\"all\",window_days=\"7\"} "
                                + share,
                        "platform_block_status{block_id=\"activity\",status=\"RELEASED\"} 1",
                        "platform_privacy_epsilon_year 8",
                        "platform_probe_duration_p50{service=\"_ALL\",source=\"otlp\"} 0.100000",
                        // The end of 9 March 2026, UTC.
                        "platform_telemetry_as_of 1773100800");
    }

    @Test
    void prometheus_valuesThatCannotBeTold_haveNoSample() {
        List<PublishedDay> days =
                new SeededRelease(MANIFEST, 5).released(FIRST, block -> 0).days();
        WindowViews views = new WindowViews(MANIFEST, days, "test");
        TelemetryView view = views.view(views.windows(), FleetStage.S1, List.of());

        assertThat(text(view).lines())
                .contains(
                        "platform_figure_usable{figure=\"platform.error_ratio\",service_area=\"all\",window_days=\"7\"} 0")
                .noneMatch(line -> line.startsWith("platform_probe"));
    }

    @Test
    void otlp_aView_isOneDocumentOfGauges() {
        TelemetryView view = view(9);

        byte[] bytes = OtlpGauges.of(view);

        JsonNode resource = CanonicalJson.tree(bytes).at("/resourceMetrics/0");
        assertThat(resource.at("/resource/attributes").toString())
                .isEqualTo("[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"platform-telemetry\"}},"
                        + "{\"key\":\"privacy.unit\",\"value\":{\"stringValue\":\"tenant-year\"}},"
                        + "{\"key\":\"privacy.epsilon\",\"value\":{\"intValue\":\"8\"}}]");
        List<String> names = new ArrayList<>();
        for (JsonNode metric : resource.at("/scopeMetrics/0/metrics")) {
            names.add(metric.get("name").textValue());
            assertThat(metric.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("name", "description", "unit", "gauge");
            for (JsonNode point : metric.at("/gauge/dataPoints")) {
                assertThat(point.get("timeUnixNano").textValue()).isEqualTo("1773100800000000000");
                assertThat(point.get("asDouble").isNumber()).isTrue();
            }
        }
        assertThat(names)
                .startsWith(
                        "platform.http.server.request.duration.share",
                        "platform.http.server.request.duration.share_ci_low",
                        "platform.http.server.request.duration.share_ci_high",
                        "platform.http.server.request.duration.quantile")
                .contains("platform.error_ratio", "platform.error_ratio_ci_high", "platform.feature.users")
                .doesNotHaveDuplicates();
        assertThat(OtlpGauges.of(view(9))).isEqualTo(bytes);
        assertThat(bytes).doesNotContain((byte) '\n');
    }

    @Test
    void otlp_noRelease_hasNoTimeAndNoPoint() {
        TelemetryView view = new WindowViews(MANIFEST, List.of(), "test").view(List.of(), FleetStage.S0, List.of());

        assertThat(CanonicalJson.tree(OtlpGauges.of(view))
                        .at("/resourceMetrics/0/scopeMetrics/0/metrics")
                        .size())
                .isZero();
        assertThat(text(view)).contains("platform_privacy_epsilon_spent 0.000000\n");
    }

    /** A panel that asks for a name that nobody exports would be empty for ever, and an exported name that no panel asks for unseen. */
    @Test
    void dashboard_asksForExactlyTheExportedNames() throws IOException {
        Path file = Path.of(System.getProperty("opsatc.root"), "conf/dashboards/platform-telemetry.json");
        JsonNode dashboard = CanonicalJson.tree(Files.readAllBytes(file));
        Set<String> asked = new TreeSet<>();
        for (JsonNode expression : dashboard.findValues("expr")) {
            Matcher name = Pattern.compile("platform_[a-z0-9_]+").matcher(expression.textValue());
            while (name.find()) {
                asked.add(name.group());
            }
        }

        Set<String> exported = new TreeSet<>();
        Gauges.of(view(9)).forEach(gauge -> exported.add(gauge.prometheusName()));
        assertThat(asked).isEqualTo(exported);
        assertThat(dashboard.at("/templating/list").toString()).contains("\"name\":\"window\"", "7,28,91");
        assertThat(dashboard.findValuesAsText("expr")).noneMatch(expression -> expression.contains("rate("));
    }

    private static String text(TelemetryView view) {
        return new String(PrometheusText.of(view), StandardCharsets.UTF_8);
    }

    private static TelemetryView view(int days) {
        SeededRelease release = new SeededRelease(MANIFEST, 1);
        for (int day = 0; day < days; day++) {
            release.released(FIRST.plusDays(day), block -> 2000 * 65_536L);
        }
        WindowViews views = new WindowViews(MANIFEST, release.days(), "test");
        return views.view(views.windows(), FleetStage.S3, List.of(ViewFilesTest.probe()));
    }
}
