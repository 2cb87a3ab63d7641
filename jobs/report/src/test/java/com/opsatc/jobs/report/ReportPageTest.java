package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportPageTest {
    private static final Page PAGE = Page.of(SampleDocuments.twoProcesses());

    @Test
    void render_sampleTenant_staysWithinItsSize() {
        assertThat(PAGE.bytes()).hasSizeLessThan(2 * 1024 * 1024);
    }

    @Test
    void render_policy_namesTheStyleSheetByItsHashAndAllowsNothingElse() throws Exception {
        List<Element> styles = PAGE.elements("style");
        assertThat(styles).hasSize(1);
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(styles.get(0).getTextContent().getBytes(StandardCharsets.UTF_8));

        assertThat(PAGE.elements("meta"))
                .filteredOn(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .extracting(meta -> meta.getAttribute("content"))
                .containsExactly("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest)
                        + "'; script-src 'none'; img-src data:; base-uri 'none'; form-action 'none'");
    }

    @Test
    void render_sampleTenant_namesNoAddressButTheTwoNamespaces() {
        Matcher address = Pattern.compile("(?i)(https?:)?//[a-z0-9][^\"'<> ]*").matcher(PAGE.html());

        assertThat(address.results().map(found -> found.group()).distinct())
                .containsExactlyInAnyOrder("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");
    }

    @Test
    void render_sampleTenant_hasNoScriptNoHandlerAndNoStyleAttribute() {
        assertThat(PAGE.elements("script")).isEmpty();
        for (Element element : PAGE.elements("*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("style", "src", "srcset", "action");
            }
        }
    }

    @Test
    void render_links_leadToAPlaceOnThePage() {
        List<String> places = PAGE.elements("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(places).doesNotHaveDuplicates();
        assertThat(PAGE.elements("a"))
                .filteredOn(link -> !link.hasAttribute("download"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(places).contains(link.getAttribute("href").substring(1)));
    }

    @Test
    void render_tables_areThereAsDataButForCitedRecords() {
        List<String> names = downloads(PAGE).stream()
                .map(link -> link.getAttribute("download"))
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(PAGE.elements("table").size() - PAGE.texts("cited").size())
                .contains(
                        "acme-K-order-to-cash-cycle-time-weeks.csv",
                        "acme-order-to-cash-activities.csv",
                        "acme-order-to-cash-transitions.csv",
                        "acme-order-to-cash-bottlenecks.csv",
                        "acme-order-to-cash-variants.csv",
                        "acme-incident-bottlenecks.csv",
                        "acme-quarantine.csv",
                        "acme-files.csv",
                        "acme-mappings.csv",
                        "acme-order.csv",
                        "acme-rules.csv",
                        "acme-checks.csv");
    }

    @Test
    void render_bottlenecksAsData_areExactFiguresInTheOrderOfThePage() {
        Element link = downloads(PAGE).stream()
                .filter(each -> each.getAttribute("download").equals("acme-incident-bottlenecks.csv"))
                .findFirst()
                .orElseThrow();

        assertThat(link.getTextContent()).isEqualTo("Bottlenecks as CSV");
        String table = URLDecoder.decode(link.getAttribute("href"), StandardCharsets.UTF_8);
        assertThat(table.lines().toList())
                .hasSize(3)
                .startsWith(
                        "data:text/csv;charset=utf-8,rank,from,to,recoverable_us,share,low_us,high_us,target_us,p50_us,"
                                + "p90_us,n,cases,measure,n_without_start,finding");
        assertThat(table).contains("\n2,Await customer,Work in progress,72360000000000,0.332133,");
    }

    private static List<Element> downloads(Page page) {
        return page.elements("a").stream()
                .filter(link -> link.hasAttribute("download"))
                .toList();
    }

    @Test
    void render_kpiNotMeasured_saysSoWithItsReason() {
        assertThat(PAGE.texts("tile")).hasSize(4).noneMatch(text -> text.contains("OTIF"));
        assertThat(PAGE.elements("details"))
                .filteredOn(details -> details.getAttribute("class").equals("not-measured"))
                .singleElement()
                .extracting(Element::getTextContent)
                .asString()
                .contains("OTIF, orders")
                .contains("The extract holds no delivered quantity.");
    }

    @Test
    void render_tileUnderATolerance_saysIt() {
        assertThat(PAGE.texts("facts"))
                .filteredOn(text -> text.contains("tolerance"))
                .singleElement()
                .asString()
                .startsWith("toleranceany days early, 2 days late, 2.5 % under, any % over ");
    }

    @Test
    void render_sameDocuments_givesSameBytes() {
        byte[] again = ReportPage.render(SampleDocuments.twoProcesses());

        assertThat(Sha256.of(again)).isEqualTo(Sha256.of(PAGE.bytes()));
    }

    @Test
    void render_noProcess_saysSo() {
        Page page = Page.of(SampleDocuments.empty());

        assertThat(page.html()).contains("The run published no process: no event was admitted.");
    }

    @Test
    void render_definitionNotPublished_isNamedWithoutALink() {
        ReportInput input = SampleDocuments.twoProcesses();
        Page page = Page.of(ReportInputBuilder.builder(input)
                .definitions(SampleDocuments.empty().definitions())
                .build());

        assertThat(page.elements("a"))
                .extracting(link -> link.getAttribute("href"))
                .noneMatch(href -> href.startsWith("#definition-"));
        assertThat(page.texts("basis")).contains("lower is better · cycle-time v1");
    }
}
