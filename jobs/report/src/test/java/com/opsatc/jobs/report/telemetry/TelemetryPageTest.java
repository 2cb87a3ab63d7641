package com.opsatc.jobs.report.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleTelemetry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class TelemetryPageTest {
    private static final Page RELEASED = page(SampleTelemetry.released());
    private static final Page GATED = page(SampleTelemetry.gated());
    private static final Page TROUBLED = page(SampleTelemetry.troubled());
    private static final Page EMPTY = page(SampleTelemetry.empty());

    static Stream<Page> pages() {
        return Stream.of(RELEASED, GATED, TROUBLED, EMPTY);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void render_policy_namesTheStyleSheetByItsHashAndAllowsNothingElse(Page page) throws Exception {
        String css = page.elements("style").get(0).getTextContent();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));

        assertThat(page.elements("style")).hasSize(1);
        assertThat(page.elements("meta"))
                .filteredOn(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .extracting(meta -> meta.getAttribute("content"))
                .containsExactly("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest)
                        + "'; script-src 'none'; img-src data:; base-uri 'none'; form-action 'none'");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void render_everyState_loadsNothingRunsNothingAndStaysWithinItsSize(Page page) {
        assertThat(page.bytes()).hasSizeLessThan(2 * 1024 * 1024);
        assertThat(Pattern.compile("(?i)(https?:)?//[a-z0-9][^\"'<> ]*")
                        .matcher(page.html())
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .isSubsetOf("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");
        assertThat(page.elements("script")).isEmpty();
        for (Element element : page.elements("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("style", "src", "srcset", "action");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void render_links_leadToAPlaceOnThePage(Page page) {
        List<String> places = page.elements("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(places).doesNotHaveDuplicates();
        assertThat(page.elements("a"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(places).contains(link.getAttribute("href").substring(1)));
    }

    @Test
    void render_sameView_givesSameBytes() {
        assertThat(TelemetryPage.render(SampleTelemetry.released())).isEqualTo(RELEASED.bytes());
    }

    @Test
    void render_released_opensWith28DaysAndOffersAllThree() {
        assertThat(RELEASED.elements("input"))
                .extracting(
                        input -> input.getAttribute("type"),
                        input -> input.getAttribute("id"),
                        input -> input.getAttribute("checked"))
                .containsExactly(
                        tuple("radio", "window-7", ""),
                        tuple("radio", "window-28", "checked"),
                        tuple("radio", "window-91", ""));
        assertThat(RELEASED.elements("label"))
                .extracting(label -> label.getAttribute("for"))
                .containsExactly("window-7", "window-28", "window-91");
    }

    @Test
    void render_released_drawsEveryFigureOfEveryWindowWithATableBesideIt() {
        int figures = 3 * (2 + 3 + 14 + 5 + 1);

        assertThat(RELEASED.texts("figure")).hasSize(figures + 3 + 3);
        assertThat(RELEASED.elements("svg"))
                .filteredOn(svg -> svg.getAttribute("class").equals("band-chart"))
                .hasSize(figures)
                .allSatisfy(svg -> {
                    assertThat(svg.getAttribute("role")).isEqualTo("img");
                    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                            .endsWith("with 95 % intervals");
                    Element figure = (Element) svg.getParentNode().getParentNode();
                    assertThat(figure.getElementsByTagName("table").getLength()).isEqualTo(1);
                });
    }

    @Test
    void render_sharesOfTheLastDayAlone_areATableWithoutCharts() {
        TelemetryView view = SampleTelemetry.released();
        Page page = page(new TelemetryView(
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
                        .filter(row -> !row.metric().equals("latency_share_le")
                                || row.endDay().equals(SampleTelemetry.LAST))
                        .toList(),
                view.ledger(),
                view.probe(),
                view.probeIdentity(),
                view.latencyBoundsUs(),
                view.neverRead()));

        assertThat(page.texts("shares"))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text)
                        .startsWith("WithinShareBar95 % interval 5\u00a0ms")
                        .contains(" 500\u00a0ms", " 10\u00a0s"));
        assertThat(page.html()).doesNotContain("Each bound day by day", "Operations within 5\u00a0ms");
    }

    @Test
    void render_lowPrecision_isSaidBesideTheFigure() {
        assertThat(RELEASED.texts("figure").stream()
                        .filter(text -> text.startsWith("99th percentile of latency"))
                        .map(text -> text.contains(" Low precision: not to be acted on ")))
                .containsExactly(true, true, false);
    }

    @Test
    void render_budget_statesTheAnnualFigureRoundedUpAndTheDaysLeft() {
        assertThat(RELEASED.texts("spent")).containsExactly("ε 3.62 of 8 spent per tenant-year");
        assertThat(RELEASED.texts("scope"))
                .contains("Days charged of the last 36590 Days the rest covers275 Delta1/1000000 Rho spent162/625 Rho a"
                        + " year263/250");
    }

    @Test
    void render_fleetBelowTheMinimum_showsTheReasonAndNoFigure() {
        assertThat(GATED.texts("absent"))
                .hasSize(12)
                .allSatisfy(
                        text -> assertThat(text).startsWith("Not shown: fleet below 20 tenants Nothing that comes"));
        assertThat(GATED.html()).doesNotContain("band-chart\"", "class=\"ci\"", "class=\"shares\"");
    }

    @Test
    void render_stageBelowTheMinimum_hidesFiguresWhateverTheBlocksSay() {
        TelemetryView view = SampleTelemetry.released();
        Page page = page(new TelemetryView(
                view.schemaVersion(),
                view.manifestVersion(),
                view.manifestSha256(),
                view.codeVersion(),
                view.asOfDay(),
                FleetStage.S0,
                view.fleetMinimum(),
                view.budget(),
                view.blocks(),
                view.windows(),
                view.ledger(),
                view.probe(),
                view.probeIdentity(),
                view.latencyBoundsUs(),
                view.neverRead()));

        assertThat(page.html()).doesNotContain("band-chart\"", "class=\"ci\"", "class=\"shares\"");
    }

    @Test
    void render_lostDayAndNoBudget_saySoInPlaceOfTheFigure() {
        assertThat(TROUBLED.texts("absent"))
                .hasSize(3)
                .containsOnly("Not shown: budget The year's privacy budget does not cover the day. It is covered again"
                        + " when earlier days are more than 365 days old.");
        assertThat(TROUBLED.texts("notice"))
                .contains("The last day is not shown: lost. The process ended after the budget was charged and before"
                        + " the vector was safe, or the exact vectors were deleted before a release. It is never drawn"
                        + " again.")
                .contains(
                        "A fleet of this size class supports windows of 28 and 91 days: expect little precision here.");
        assertThat(TROUBLED.texts("blocks").get(0))
                .contains("Failed operationsNot shown: lost324.19.14.52.5")
                .contains("OperationsReleased141.715.77.94.4");
    }

    @Test
    void render_noRelease_saysSoAndStillExplains() {
        assertThat(EMPTY.texts("absent"))
                .containsExactly(
                        "No release yetNo day has been released. When one is, its figures stand here with their"
                                + " intervals; the probe below needs no release.",
                        "No probe yetNo file has been read into the probe lane.");
        assertThat(EMPTY.texts("never")).containsExactly("bodies of logs exception.message url.* trace and span ids");
        assertThat(EMPTY.elements("input")).isEmpty();
        assertThat(EMPTY.texts("blocks").get(0))
                .contains("OperationsNo release yet141.715.77.94.4")
                .doesNotContain("fleet below");
    }

    @Test
    void render_probe_standsApartWithItsExactFigures() {
        Element probe = RELEASED.elements("section").stream()
                .filter(section -> section.getAttribute("class").equals("probe"))
                .findFirst()
                .orElseThrow();

        assertThat(probe.getElementsByTagName("h2").item(0).getTextContent())
                .isEqualTo("Probe: exact figures of synthetic operations");
        assertThat(probe.getTextContent().replaceAll("\\s+", " "))
                .contains("2026-03-31opsatc-advisory1,20030.3 %41.9 ms31 ms71 ms95 ms240 ms911 ms"
                        .replace(" ms", "\u00a0ms")
                        .replace(" %", "\u00a0%"))
                .contains("2026-03-31All services2,578572.2\u00a0%––––––");
        assertThat(probe.getElementsByTagName("svg").getLength()).isEqualTo(3);
        assertThat(RELEASED.texts("figure"))
                .filteredOn(text -> text.startsWith("Failed operations"))
                .noneMatch(text -> text.contains("opsatc-advisory"));
    }

    private static Page page(TelemetryView view) {
        return Page.of(TelemetryPage.render(view));
    }
}
