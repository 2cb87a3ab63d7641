package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.json.YamlText;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleSettingTest {
    private static final Connectors SHIPPED = Connectors.load(Path.of(System.getProperty("opsatc.root"), "conf"));
    private final Connector xes = SHIPPED.require("generic/xes");

    @Test
    void title_ofAProcess_isTheChosenOneThenTheDeclaredOneThenTheWordsOfItsName() {
        assertThat(xes.with(Map.of("title", "Hospital cases")).processTitle()).isEqualTo("Hospital cases");
        assertThat(xes.with(Map.of()).processTitle()).isEqualTo("Event log");
        assertThat(xes.named("hospital-cases").with(Map.of()).processTitle()).isEqualTo("Hospital cases");
        assertThat(xes.named("hospital-cases")
                        .with(Map.of("title", "Sepsis"))
                        .with(Map.of())
                        .processTitle())
                .isEqualTo("Sepsis");
    }

    @Test
    void shippedConnectors_eachDeclareATitleOfTheirOwnProcess() {
        assertThat(SHIPPED.all())
                .extracting(Connector::processTitle)
                .doesNotContainNull()
                .contains("Sales orders");
        assertThat(SHIPPED.require("bpi/incidents").processTitle()).isEqualTo("IT incidents");
    }

    /** The declared title is of the other connector's process. */
    @Test
    void profile_withoutATitle_doesNotTakeThatOfWhatItExtends() {
        java.util.List<String> wrong = new java.util.ArrayList<>();
        var base = YamlText.of("a/b.yaml", "{id: a/b, process-title: Event log}", wrong)
                .orElseThrow();
        var profile = YamlText.of("c/d.yaml", "{id: c/d, extends: a/b}", wrong).orElseThrow();

        assertThat(ConnectorText.extended(profile, Map.of("a/b", base), wrong)
                        .orElseThrow()
                        .has("process-title"))
                .isFalse();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{L1}", "a\nb", "Hospital \u202ecases", "<b>", "-cases"})
    void title_thatIsNoName_isRefused(String title) {
        assertThatThrownBy(() -> xes.with(Map.of("title", title)))
                .hasMessage(
                        "Cannot use connector generic/xes with these settings: setting title must be 1 to 60 letters,"
                                + " digits, blanks and signs of , . & ' ( ) / -, and begin with a letter or digit");
    }
}
