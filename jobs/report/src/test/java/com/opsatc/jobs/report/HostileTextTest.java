package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.Payloads;
import com.opsatc.jobs.report.testing.SampleDocuments;
import com.opsatc.jobs.report.testing.Texts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class HostileTextTest {
    static Stream<String> payloads() {
        return Payloads.all().stream();
    }

    @Test
    void payloads_areMany() {
        assertThat(Payloads.all()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "payload {index}")
    @MethodSource("payloads")
    void render_payloadInEveryText_isTextAndNothingElse(String payload) {
        ReportInput input = SampleDocuments.oneProcess();
        Page hostile = Page.of(Texts.rewrite(input, text -> payload + text));
        Page harmless = Page.of(Texts.rewrite(input, text -> Payloads.harmless(payload) + text));

        assertThat(skeleton(hostile)).isEqualTo(skeleton(harmless));
        assertThat(hostile.texts("tenant-text"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).startsWith(shown(payload)));
    }

    @Test
    void render_charactersThatHideOrReorder_areWrittenOut() {
        Page page = Page.of(Texts.rewrite(SampleDocuments.oneProcess(), text -> "\u202e\u0007\ufffe" + text));

        assertThat(page.html()).doesNotContainPattern("[\u202e\u0007\ufffe]").contains("\\u202e\\u7\\ufffe");
    }

    @Test
    void render_tenantTextRightToLeft_isIsolated() {
        Page page = Page.of(SampleDocuments.oneProcess());

        assertThat(page.elements("bdi"))
                .extracting(Element::getTextContent)
                .contains("Assign to group", "incident.csv");
    }

    @Test
    void render_formulaInEveryText_isDisarmedInEveryTable() {
        Page page = Page.of(Texts.rewrite(SampleDocuments.oneProcess(), text -> "=cmd|' /c calc'!A1," + text));
        List<String> tables = page.elements("a").stream()
                .filter(link -> link.hasAttribute("download"))
                .map(link -> URLDecoder.decode(link.getAttribute("href"), StandardCharsets.UTF_8))
                .toList();

        assertThat(tables)
                .hasSizeGreaterThan(5)
                .allSatisfy(table -> assertThat(table.replace("\"'=cmd", "")).doesNotContainPattern("[,\n\"]=cmd"));
        assertThat(String.join("", tables)).contains("\"'=cmd|' /c calc'!A1,");
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
