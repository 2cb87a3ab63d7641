package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectorsTest {
    private static final Path CONF = Path.of(System.getProperty("opsatc.root")).resolve("conf");
    /** Headers that name a person in the systems of record; nothing may ever read them. */
    private static final List<String> PERSONS = List.of(
            "ernam",
            "aenam",
            "username",
            "usnam",
            "assigned_to",
            "user",
            "caller_id",
            "opened_by",
            "resolved_by",
            "closed_by",
            "sys_created_by",
            "sys_updated_by",
            "org:resource",
            "resource",
            "org:group",
            "org:role",
            "creator",
            "responsible");

    @Test
    void load_theShippedConnectors_areExactlyThese() {
        assertThat(Connectors.load(CONF).all().stream().map(Connector::id))
                .containsExactly(
                        "bpi/applications",
                        "bpi/incidents",
                        "generic/event-log",
                        "generic/order-lines",
                        "generic/xes",
                        "sap/order-to-cash",
                        "servicenow/incident",
                        "usaid/scms-deliveries");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedConnector_ofEverySystem_declaresNoPerson(Connector connector) {
        for (StreamSpec stream : connector.streams().values()) {
            assertThat(stream.headers().stream().map(header -> header.toLowerCase(java.util.Locale.ROOT)))
                    .doesNotContainAnyElementsOf(PERSONS);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void page_besideEveryShippedConnector_isUpToDate(Connector connector) throws Exception {
        Path page = CONF.resolve("connectors/" + connector.id() + ".md");
        if (Boolean.getBoolean("opsatc.write.pages")) {
            Files.writeString(page, ConnectorPage.markdown(connector));
        }

        assertThat(page)
                .as("run this test with -Dopsatc.write.pages=true")
                .content()
                .isEqualTo(ConnectorPage.markdown(connector));
        for (StreamSpec stream : connector.streams().values()) {
            stream.headers().forEach(header -> assertThat(page).content().contains("`" + header + "`"));
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void schema_besideEveryShippedConnector_describesWhatIsRead(Connector connector) throws Exception {
        for (StreamSpec stream : connector.streams().values()) {
            String json = StreamSchema.json(connector, stream);
            Path file = CONF.resolve("connectors/" + connector.id() + "." + stream.name() + ".schema.json");
            if (Boolean.getBoolean("opsatc.write.pages")) {
                Files.writeString(file, json);
            }

            assertThat(file)
                    .as("run this test with -Dopsatc.write.pages=true")
                    .content()
                    .isEqualTo(json);
        }
    }

    /** A milestone that no event has leaves a KPI without members, which reads like a process without such cases. */
    @ParameterizedTest
    @ValueSource(strings = {"servicenow/incident", "usaid/scms-deliveries"})
    void milestones_ofAConnectorThatNamesItsActivities_areActivitiesOfItsEvents(String id) {
        Connector connector = Connectors.load(CONF).require(id);
        List<String> milestones = connector.kpis().values().stream()
                .flatMap(kpi -> kpi.values().stream())
                .filter(Map.class::isInstance)
                .map(milestone -> ((Map<?, ?>) milestone).get("activities"))
                .filter(List.class::isInstance)
                .flatMap(activities -> ((List<?>) activities).stream())
                .map(activity -> "'" + activity + "'")
                .toList();

        assertThat(milestones)
                .hasSize(2)
                .allSatisfy(milestone -> assertThat(connector.events())
                        .extracting(EventMapping::activity)
                        .anyMatch(activity -> activity.contains(milestone)));
    }

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
    void page_ofAConnector_saysWhatUnknownIsAndWhetherTheZoneMatters() {
        Connectors connectors = Connectors.load(CONF);

        assertThat(ConnectorPage.markdown(connectors.require("servicenow/incident")))
                .contains("every time has a zone of its own: `--zone` moves no event")
                .contains("`NULL`");
        assertThat(ConnectorPage.markdown(connectors.require("sap/order-to-cash")))
                .contains("local times without a zone of their own lie in the source's, given with `--zone`")
                .contains("Unknown: `usual` `00000000`");
    }

    @Test
    void load_brokenFiles_namesEveryProblemWithTheNearestName(@TempDir Path conf) throws Exception {
        Path shop = Files.createDirectories(conf.resolve("connectors/shop"));
        String good = Files.readString(CONF.resolve("connectors/generic/xes.yaml"))
                .replace("generic", "shop")
                .replace("process: xes", "process: one")
                .replace("shop/xes", "shop/one");
        Files.writeString(shop.resolve("one.yaml"), good);
        Files.writeString(shop.resolve("two.yaml"), good);
        Files.writeString(shop.resolve("three.yaml"), good.replace("required: true", "requird: true"));
        Files.writeString(
                shop.resolve("four.yaml"),
                good.replace("process: one", "process: four")
                        .replace("shop/one", "shop/four")
                        .replace("stream: events", "stream: event")
                        .replace("    format: xes", "    format: xes\n    key: [case]"));
        Files.writeString(shop.resolve("five.yaml"), "id: shop/five\nid: shop/five\n");
        Files.writeString(shop.resolve("six.yaml"), "extends: shop/none\n");

        Connectors connectors = Connectors.load(conf);

        assertThat(connectors.all()).extracting(Connector::id).containsExactly("shop/one");
        assertThat(connectors.broken())
                .containsEntry(
                        "shop/two",
                        "shop/two.yaml, line 1: id, system and process must be those of the file's place, shop/two")
                .containsEntry(
                        "shop/four",
                        "shop/four.yaml, line 22: stream events has a key that is not there: case;"
                                + " shop/four.yaml, line 31: event 1 has a stream that is not there: event; did you mean events?")
                .containsEntry("shop/five", "shop/five.yaml: not YAML, or a key stands twice, at line 2")
                .containsEntry(
                        "shop/six",
                        "shop/six.yaml, line 1: extends a connector that is missing, or that extends another itself;"
                                + " did you mean shop/one or shop/four?");
        assertThat(connectors.broken().get("shop/three"))
                .contains("shop/three.yaml, line 26: /streams/events/columns/activity: additionalProperties: unknown"
                        + " property requird, did you mean required?");
        assertThatThrownBy(() -> connectors.require("shop/five"))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        "Cannot use connector shop/five: shop/five.yaml: not YAML, or a key stands twice, at line 2");
    }

    @Test
    void load_aFolderOfTheUsersOwn_countsBesideTheInstallationsAndBeforeIt(@TempDir Path home) throws Exception {
        Path own = Files.createDirectories(home.resolve("connectors/acme"));
        Files.writeString(own.resolve("tickets.yaml"), """
            extends: generic/xes
            id: acme/tickets
            system: acme
            process: tickets
            title: Tickets
            """);
        Files.createDirectories(home.resolve("connectors/bpi"));
        Files.writeString(
                home.resolve("connectors/bpi/incidents.yaml"),
                "extends: generic/xes\nid: bpi/incidents\nsystem: bpi\n"
                        + "process: incidents\ntitle: Ours\nstreams: {events: {key: [case_idd]}}\n");

        Connectors connectors = Connectors.load(CONF, home, home.resolve("not there"));

        assertThat(connectors.require("acme/tickets").title()).isEqualTo("Tickets");
        assertThat(List.of(connectors.isOwn("acme/tickets"), connectors.isOwn("generic/xes")))
                .containsExactly(true, false);
        assertThat(connectors.require("sap/order-to-cash").process()).isEqualTo("order-to-cash");
        assertThatThrownBy(() -> connectors.require("bpi/incidents"))
                .hasMessage(
                        "Cannot use connector bpi/incidents: bpi/incidents.yaml, line 6: stream events has a key that"
                                + " is not there: case_idd; did you mean case_id?");
        assertThat(connectors.described(
                        "acme/tickets",
                        List.of(new ConnectorProblem("/events/0/time", "x"), new ConnectorProblem("/id", "y"))))
                .matches("generic/xes.yaml, line [0-9]+: x; acme/tickets.yaml, line 2: y");
    }

    @Test
    void require_unknownConnector_namesTheNearest() {
        assertThatThrownBy(() -> Connectors.load(CONF).require("sap/order-to-csh"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("No connector sap/order-to-csh; did you mean sap/order-to-cash?");
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

    @ParameterizedTest
    @CsvSource({"0000004711, 4711", "4711, 4711", "000, 0", "0, 0", "00A1, 00A1", "'0 7', '0 7'", "-007, -007"})
    void normalisation_leadingZeros_leavesOtherTextAlone(String text, String expected) {
        assertThat(Normalisation.LEADING_ZEROS.of(text)).isEqualTo(expected);
        assertThat(Normalisation.LEADING_ZEROS.of(expected)).isEqualTo(expected);
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

    @Test
    void fitsName_patterns_ignoreCaseAndFolders() {
        StreamSpec sales = Connectors.load(CONF).require("sap/order-to-cash").stream("vbak");

        assertThat(new TreeSet<>(List.of("VBAK_1.csv", "in/vbak.csv.gz", "vbap.csv", "vbak.csv.tmp", "vbak/x.csv"))
                        .stream().filter(sales::fitsName))
                .containsExactly("VBAK_1.csv", "in/vbak.csv.gz");
    }

    static List<Connector> shipped() {
        return List.copyOf(Connectors.load(CONF).all());
    }
}
