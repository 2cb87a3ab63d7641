package com.opsatc.jobs.report.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.Payloads;
import com.opsatc.jobs.report.testing.SampleTelemetry;
import com.opsatc.jobs.report.testing.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class HostileTelemetryTest {
    private static final TelemetryView VIEW = lastDays(SampleTelemetry.released());

    static Stream<String> payloads() {
        return Payloads.all().stream();
    }

    @ParameterizedTest(name = "payload {index}")
    @MethodSource("payloads")
    void render_payloadInEveryText_isTextAndNothingElse(String payload) {
        Page hostile = page(text -> payload + text);
        Page harmless = page(text -> Payloads.harmless(payload) + text);

        assertThat(skeleton(hostile)).isEqualTo(skeleton(harmless));
        assertThat(hostile.texts("never").get(0)).startsWith(shown(payload));
    }

    @ParameterizedTest(name = "payload {index}")
    @MethodSource("payloads")
    void render_payloadInKeysOfKnownMetrics_isTextAndNothingElse(String payload) {
        Page hostile = page(text -> Metric.of(text).isPresent() ? text : payload + text);
        Page harmless = page(text -> Metric.of(text).isPresent() ? text : Payloads.harmless(payload) + text);

        assertThat(skeleton(hostile)).isEqualTo(skeleton(harmless));
        assertThat(hostile.texts("figure")).anyMatch(text -> text.startsWith("Users of " + shown(payload)));
    }

    private static Page page(UnaryOperator<String> text) {
        return Page.of(TelemetryPage.render(Texts.rewrite(VIEW, text)));
    }

    /** The last two end days of one window, so that a hundred pages are rendered in seconds. */
    private static TelemetryView lastDays(TelemetryView view) {
        return new TelemetryView(
                view.schemaVersion(),
                view.manifestVersion(),
                view.manifestSha256(),
                view.codeVersion(),
                view.asOfDay(),
                view.stage(),
                view.fleetMinimum(),
                view.budget(),
                view.blocks(),
                view.windows().stream()
                        .filter(row -> row.windowDays() == 28)
                        .filter(row -> row.endDay().isAfter(SampleTelemetry.LAST.minusDays(2)))
                        .toList(),
                view.ledger().subList(0, 4),
                view.probe(),
                view.probeIdentity(),
                view.latencyBoundsUs(),
                view.neverRead());
    }

    private static String shown(String payload) {
        return payload.replace("\u0000\u202e", "\\u0\\u202e")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Names of all elements and their attributes, in order: what a payload must not change. */
    private static List<String> skeleton(Page page) {
        List<String> skeleton = new ArrayList<>();
        for (Element element : page.elements("*")) {
            StringBuilder names = new StringBuilder(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.append(' ').append(element.getAttributes().item(i).getNodeName());
            }
            skeleton.add(names.toString());
        }

        return skeleton;
    }
}
