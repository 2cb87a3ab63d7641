package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.Setting;
import com.opsatc.connector.spec.Settings;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.error.PipelineException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a source or a tenant sets for a connector, and what is refused in it. */
final class ConnectorSettingsTest {
    private static final Path CONF = Path.of(System.getProperty("opsatc.root")).resolve("conf");

    @Test
    void with_settingsThatMeanNothing_namesThem() {
        Connector generic = Connectors.load(CONF).require("generic/event-log");
        Map<String, String> settings = Map.of(
                "case",
                "a",
                "activity",
                "b",
                "timestamp",
                "c",
                "format",
                "QQQQQQ",
                "encoding",
                "UTF-9",
                "delimiter",
                "::");

        assertThatThrownBy(() -> generic.with(settings))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot use connector generic/event-log with these settings: stream events has an encoding"
                        + " that is no character set; stream events has a delimiter that is neither one"
                        + " character nor the word tab; stream events, column at has a format that is neither"
                        + " iso nor a java.time pattern; stream events, column start_at has a format that is"
                        + " neither iso nor a java.time pattern");
    }

    @Test
    void with_severalValuesInASetting_triesEach() {
        Connector generic = Connectors.load(CONF).require("generic/event-log");
        Connector sap = Connectors.load(CONF).require("sap/order-to-cash");

        ColumnSpec at = generic
                .with(Map.of(
                        "case",
                        "a",
                        "activity",
                        "b",
                        "timestamp",
                        "c",
                        "format",
                        "dd-MM-yyyy HH:mm:ss|dd.MM.yyyy 'a|b'",
                        "nulls",
                        "usual | x"))
                .stream("events")
                .columns()
                .get("at");
        ColumnSpec erdat =
                sap.with(Map.of("date-format", "yyyyMMdd|dd.MM.yyyy", "time-format", "HHmmss|HH:mm:ss")).stream("vbak")
                        .columns()
                        .get("erdat");

        assertThat(at.formats()).containsExactly("dd-MM-yyyy HH:mm:ss", "dd.MM.yyyy 'a|b'", "iso");
        assertThat(at.nulls()).containsExactly("usual", "x");
        assertThat(erdat.formats())
                .containsExactly("yyyyMMdd HHmmss", "yyyyMMdd HH:mm:ss", "dd.MM.yyyy HHmmss", "dd.MM.yyyy HH:mm:ss");
    }

    @Test
    void times_withoutAndWithTheSetting_areTheWindowOfTheConnector() {
        Connector xes = Connectors.load(CONF).require("generic/xes");

        assertThat(xes.with(Map.of()).times())
                .isEqualTo(new TimeWindow(LocalDate.of(1970, 1, 1), LocalDate.of(2099, 12, 31)));
        Connector shifted = xes.with(Map.of("times", "2100..2300-06-30"));
        assertThat(shifted.times()).isEqualTo(new TimeWindow(LocalDate.of(2100, 1, 1), LocalDate.of(2300, 6, 30)));
        assertThat(shifted.times().first() + " " + shifted.times().last()).isEqualTo("2100 2300-06-30");
        for (String none : List.of("2100", "2300..2100", "2100-02-30..2200", "2100..")) {
            assertThatThrownBy(() -> xes.with(Map.of("times", none)))
                    .as(none)
                    .isInstanceOf(PipelineException.class)
                    .hasMessageContaining("setting times is no range of years or days, such as 1970..2099");
        }
    }

    @Test
    void with_anOrderThatIsNone_namesTheLegalOnes() {
        Connector generic = Connectors.load(CONF).require("generic/event-log");

        assertThatThrownBy(
                        () -> generic.with(Map.of("case", "a", "activity", "b", "timestamp", "c", "order", "newest")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("stream events: order is detected or oldest-first or newest-first");
    }

    @Test
    void with_formatsThatMisread_refusesThem() {
        Connector generic = Connectors.load(CONF).require("generic/event-log");
        Connector sap = Connectors.load(CONF).require("sap/order-to-cash");

        assertThatThrownBy(() -> generic.with(Map.of(
                        "case",
                        "a",
                        "activity",
                        "b",
                        "timestamp",
                        "c",
                        "format",
                        "yyyy-MM-dd hh:mm:ss",
                        "text",
                        "loud")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("column at has a format with h, hours up to 12, and no AM or PM (a)")
                .hasMessageContaining("column case_id has a text form that is none of [exact, stripped, folded]");
        assertThatThrownBy(() -> sap.with(Map.of("decimal", "1.5")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining(
                        "column kwmeng has a style of numbers that is not one of [1234.5, 1,234.5, 1.234,5, 1 234,5,"
                                + " 1'234.5]");
    }

    @Test
    void with_settings_fillsThemInOnce() {
        Connector generic = Connectors.load(CONF).require("generic/event-log");
        Map<String, String> settings = Map.of("case", "Order", "activity", "Step", "timestamp", "At", "delimiter", "^");

        Connector chosen = generic.with(settings);

        StreamSpec events = chosen.stream("events");
        assertThat(events.columns().get("case_id").from()).containsExactly("Order");
        assertThat(events.columns().get("lifecycle").from()).isEmpty();
        assertThat(events.dialect().delimiter()).containsExactly("^", ",", "tab", ";", "|");
        assertThat(events.dialect().encoding()).isEqualTo("UTF-8");
        assertThat(events.headers()).containsExactly("Order", "Step", "At");
        assertThat(chosen.with(settings)).isEqualTo(chosen);
    }

    @Test
    void with_endsAndOrder_areListsOfNames() {
        Map<String, String> settings = Map.of("ends", "Paid, Declined\\, late", "milestones", "A > B > C, X > Y");

        Connector chosen = Connectors.load(CONF).require("generic/xes").with(settings);

        assertThat(chosen.ends().activities()).containsExactly("Paid", "Declined, late");
        assertThat(chosen.milestones())
                .containsExactly(
                        new MilestoneOrder("A", "B"),
                        new MilestoneOrder("A", "C"),
                        new MilestoneOrder("B", "C"),
                        new MilestoneOrder("X", "Y"));
        assertThat(chosen.with(settings)).isEqualTo(chosen);
        assertThat(Connectors.load(CONF)
                        .require("generic/xes")
                        .with(Map.of())
                        .ends()
                        .known())
                .isFalse();
    }

    @Test
    void with_tolerances_fillsThemIntoTheKpi() {
        Connector sap = Connectors.load(CONF).require("sap/order-to-cash");

        assertThat(DeclaredTolerance.of(sap.with(Map.of()).kpis().get("otif")).text())
                .isEqualTo("any days early, 0 days late, 0 % under, any % over");
        Connector chosen =
                sap.with(Map.of("early-days", "3", "late-days", "1", "under-percent", "2.5", "over-percent", "10"));
        assertThat(DeclaredTolerance.of(chosen.kpis().get("otif")).text())
                .isEqualTo("3 days early, 1 days late, 2.5 % under, 10 % over");
        assertThat(chosen.with(Map.of())).isEqualTo(chosen);
    }

    @Test
    void with_tolerancesThatMeanNothing_namesThem() {
        Connector sap = Connectors.load(CONF).require("sap/order-to-cash");

        assertThatThrownBy(() -> sap.with(Map.of("late-days", "soon")))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot use connector sap/order-to-cash with these settings: kpis.otif: tolerance.late-days"
                        + " must be a number");
    }

    @Test
    void with_settingThatAKpiNeeds_measuresItOnlyWhereItIsGiven() {
        Connector lines = Connectors.load(CONF).require("generic/order-lines");
        Map<String, String> settings = new java.util.TreeMap<>(
                Map.of("order", "a", "line", "b", "ordered", "c", "delivered", "d", "agreed", "e", "actual", "f"));

        Connector without = lines.with(settings);
        assertThat(without.kpis()).containsOnlyKeys("otif");
        assertThat(without.notMeasured()).containsEntry("cycle-time", "The setting placed is not given.");
        assertThat(without.with(settings)).isEqualTo(without);
        settings.put("placed", "g");
        assertThat(lines.with(settings).kpis()).containsOnlyKeys("cycle-time", "otif");
        assertThat(lines.with(settings).notMeasured()).doesNotContainKey("cycle-time");
    }

    @Test
    void with_unknownAndMissingSettings_namesAllAtOnce() {
        Connector generic = Connectors.load(CONF).require("generic/event-log");

        assertThatThrownBy(() -> generic.with(Map.of("cas", "a", "activity", "b")))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("unknown setting cas; did you mean case?")
                .hasMessageContaining("setting case is missing")
                .hasMessageContaining("setting timestamp is missing");
    }

    @Test
    void expression_withAHostileSetting_staysOneLiteral() {
        Settings settings = Settings.of(
                "shop/one",
                new java.util.TreeMap<>(Map.of("label", new Setting("A label.", true, null, null))),
                Map.of("label", "x' OR '1'='1\\"));

        assertThat(settings.expression("concat(${label}, id)")).isEqualTo("concat('x\\' OR \\'1\\'=\\'1\\\\', id)");
    }
}
