package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.mapping.DeclaredAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that a connector of one's own declares over those of SAP orders. */
class AttributeCheckTest {
    private static final Path CONF = Path.of(System.getProperty("opsatc.root")).resolve("conf");

    @TempDir
    private Path home;

    @Test
    void of_attributeOfWhatIsOrdered_isDeclared() throws IOException {
        Connectors connectors =
                load("{name: sales-unit, object: order-line, attribute: unit, known: start, description: d}");

        assertThat(connectors.require("acme/orders").attributes())
                .containsExactly(
                        new DeclaredAttribute("sales-unit", "order-line", "unit", DeclaredAttribute.Known.START, "d"));
        assertThat(connectors.require("acme/orders").named("other").attributes())
                .hasSize(1);
    }

    @Test
    void of_attributeThatIsNotThere_namesTheNearest() throws IOException {
        assertThat(problem("{name: material, object: orderline, attribute: material, known: start, description: d}"))
                .isEqualTo("attribute material is of an object that is not there: orderline; did you mean order-line?");
        assertThat(problem("{name: material, object: order-line, attribute: materiel, known: start, description: d}"))
                .isEqualTo(
                        "attribute material is an attribute of object order-line that is not there: materiel; did you"
                                + " mean material?");
    }

    @Test
    void of_oneNameTwice_isRefused() throws IOException {
        String one = "{name: material, object: order-line, attribute: material, known: start, description: d}";

        assertThat(problem(one + ", " + one)).isEqualTo("attribute material is declared twice");
    }

    /** The plant of a line is where people pick it: a figure of one plant is a figure of those. */
    @ParameterizedTest
    @ValueSource(strings = {"shipping-plant", "sites", "support-group", "team"})
    void of_attributeOfThoseWhoDoTheWork_isRefused(String name) throws IOException {
        assertThat(problem(
                        "{name: " + name + ", object: order-line, attribute: material, known: start, description: d}"))
                .isEqualTo("attribute " + name
                        + " is of those who do the work as far as its name tells, and the extract does"
                        + " not tell how many people stand behind each of its values: figures cannot be divided by it");
    }

    /** Whatever it is called, what it is read from tells as well. */
    @Test
    void of_attributeThatHidesWhatItIs_isRefusedByWhatItIsReadFrom() throws IOException {
        assertThat(problem("{name: origin, object: order-line, attribute: plant, known: start, description: d}"))
                .startsWith("attribute origin is of those who do the work as far as its name tells");
        assertThat(problem("{name: clerk, object: order-line, attribute: material, known: start, description: d}"))
                .isEqualTo(
                        "attribute clerk stands for people as far as its name tells: no person is a unit of analysis");
    }

    @Test
    void of_attributeOfAColumnOfPersons_isRefused() throws IOException {
        String text = "objects:\n  - {type: order-line, stream: vbap, joins: [{stream: vbak, on: {vbeln: vbeln}}],"
                + " id: \"concat(vbeln, '/', posnr)\", attributes: {band: \"upper(vbak.partner)\"}}\n"
                + "streams: {vbak: {columns: {partner: {from: PARTNER, type: string, classification: pii, description: d}}}}\n";

        assertThat(problem("{name: band, object: order-line, attribute: band, known: start, description: d}", text))
                .isEqualTo("attribute band is read from a column that says something about a person");
    }

    @ParameterizedTest
    @CsvSource({"material-group, false", "group, true", "business-unit, true"})
    void organises_groups_areThoseOfPeople(String name, boolean organises) {
        assertThat(new DeclaredAttribute(name, "order", "a", DeclaredAttribute.Known.LATEST, "d").organises())
                .isEqualTo(organises);
    }

    private String problem(String attributes) throws IOException {
        return problem(attributes, "");
    }

    private String problem(String attributes, String more) throws IOException {
        String all = load(attributes, more).broken().get("acme/orders");
        return all.substring(all.indexOf(": ") + 2);
    }

    private Connectors load(String attributes) throws IOException {
        return load(attributes, "");
    }

    private Connectors load(String attributes, String more) throws IOException {
        Path own = Files.createDirectories(home.resolve("connectors/acme"));
        Files.writeString(
                own.resolve("orders.yaml"),
                "extends: sap/order-to-cash\nid: acme/orders\nsystem: acme\nprocess: orders\ntitle: Orders\n"
                        + "attributes: [" + attributes + "]\n" + more);
        return Connectors.load(CONF, home);
    }
}
