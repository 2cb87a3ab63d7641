package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.spec.Normalisation;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
                        "generic/ocel",
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
    @CsvSource({"servicenow/incident, 3", "usaid/scms-deliveries, 2"})
    void milestones_ofAConnectorThatNamesItsActivities_areActivitiesOfItsEvents(String id, int named) {
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
                .hasSize(named)
                .allSatisfy(milestone -> assertThat(connector.events())
                        .extracting(EventMapping::activity)
                        .anyMatch(activity -> activity.contains(milestone)));
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
                        "shop/four.yaml, line 24: stream events has a key that is not there: case;"
                                + " shop/four.yaml, line 34: event 1 has a stream that is not there: event; did you mean events?")
                .containsEntry("shop/five", "shop/five.yaml: not YAML, or a key stands twice, at line 2")
                .containsEntry(
                        "shop/six",
                        "shop/six.yaml, line 1: extends a connector that is missing, or that extends another itself;"
                                + " did you mean shop/one or shop/four?");
        assertThat(connectors.broken().get("shop/three"))
                .contains("shop/three.yaml, line 28: /streams/events/columns/activity: additionalProperties: unknown"
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

    @ParameterizedTest
    @CsvSource({"0000004711, 4711", "4711, 4711", "000, 0", "0, 0", "00A1, 00A1", "'0 7', '0 7'", "-007, -007"})
    void normalisation_leadingZeros_leavesOtherTextAlone(String text, String expected) {
        assertThat(Normalisation.LEADING_ZEROS.of(text)).isEqualTo(expected);
        assertThat(Normalisation.LEADING_ZEROS.of(expected)).isEqualTo(expected);
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
