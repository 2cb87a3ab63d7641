package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

    private static Connector with(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(more);
        settings.putAll(Map.of("case", "c", "activity", "a", "timestamp", "t"));
        return EVENT_LOG.with(settings);
    }
}
