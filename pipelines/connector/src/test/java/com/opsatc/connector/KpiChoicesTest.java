package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KpiChoicesTest {
    private static final Connector EVENT_LOG = Connectors.load(
                    Path.of(System.getProperty("opsatc.root")).resolve("conf"))
            .require("generic/event-log");

    @Test
    void kpis_activitiesChosen_areMeasuredBetweenThem() {
        Connector chosen = with(Map.of("opened", "Open", "resolved", "Resolved, Closed\\, by caller"));

        assertThat(chosen.kpis().get("exception-mttr"))
                .isEqualTo(Map.of(
                        "opened", Map.of("activities", List.of("Open")),
                        "resolved", Map.of("activities", List.of("Resolved", "Closed, by caller"))));
        assertThat(chosen.notMeasured()).doesNotContainKey("exception-mttr");
        assertThat(chosen.kpis()).doesNotContainKey("decision-latency");
    }

    @Test
    void kpis_activitiesNotChosen_areNotMeasuredAndSayWhichSettings() {
        Connector chosen = with(Map.of("signal", "Request"));

        assertThat(chosen.kpis()).containsOnlyKeys("cycle-time");
        assertThat(chosen.notMeasured())
                .containsEntry(
                        "decision-latency",
                        "It is measured when its activities are given, with the settings [decision].")
                .containsEntry(
                        "exception-mttr",
                        "It is measured when its activities are given, with the settings [opened, resolved].");
    }

    @Test
    void kpis_optionalMilestonesNotChosen_areNotThereAndTheRestIsMeasured() {
        Connector chosen = with(Map.of("contract", "Sign", "live", "Go live, Switch on", "target-days", "30"));

        assertThat(chosen.kpis().get("onboarding-velocity"))
                .isEqualTo(Map.of(
                        "contract", Map.of("activities", List.of("Sign")),
                        "live", Map.of("activities", List.of("Go live", "Switch on")),
                        "target-days", "30"));
        assertThat(with(Map.of("live", "Go live", "contract", "Sign")).kpis().get("onboarding-velocity"))
                .containsOnlyKeys("contract", "live");
        assertThat(with(Map.of("live", "Go live")).notMeasured())
                .containsEntry(
                        "onboarding-velocity",
                        "It is measured when its activities are given, with the settings [contract].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1.5", "soon", "3651", "10000"})
    void kpis_targetThatIsNoNumberOfDays_isRefusedWithoutIt(String days) {
        assertThatThrownBy(() -> with(Map.of("contract", "Sign", "live", "Go live", "target-days", days)))
                .hasMessage("Cannot use connector generic/event-log with these settings: kpis.onboarding-velocity:"
                        + " target-days must be a whole number of days, from 1 to 3650");
    }

    /** What no column was chosen for is not mapped, so that no figure rests on a date or value that nobody recorded. */
    @Test
    void kpis_attributesOfLinesWithoutAColumn_areNotThere() {
        Connector orderLines = Connectors.load(
                        Path.of(System.getProperty("opsatc.root")).resolve("conf"))
                .require("generic/order-lines");
        Map<String, String> columns = new TreeMap<>(
                Map.of("order", "o", "line", "l", "ordered", "q", "delivered", "d", "agreed", "due", "actual", "done"));

        assertThat(orderLines.with(columns).kpis().get("otif"))
                .containsEntry("promises", Map.of())
                .doesNotContainKeys("value", "currency", "unit");

        columns.putAll(Map.of("first-promised", "p", "value", "net"));
        assertThat(orderLines.with(columns).kpis().get("otif"))
                .containsEntry("promises", Map.of("first", "first_promised"))
                .containsEntry("value", "value")
                .doesNotContainKeys("currency", "unit");
    }

    private static Connector with(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.putAll(Map.of("case", "c", "activity", "a", "timestamp", "t"));
        return EVENT_LOG.with(settings);
    }
}
