package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SvgTest {
    @Test
    void drawing_hostileTextAndAttribute_areEscaped() {
        String svg = Svg.drawing("c", 10, 5, "<b>&\"'")
                .label("</text><script>", "class", "\"><script>")
                .end();

        assertThat(svg)
                .isEqualTo(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c\" viewBox=\"0 0 10 5\" width=\"10\" height=\"5\""
                                + " role=\"img\" font-family=\"system-ui, sans-serif\"><title>&lt;b&gt;&amp;&quot;&#39;</title>"
                                + "<text class=\"&quot;&gt;&lt;script&gt;\">&lt;/text&gt;&lt;script&gt;</text></svg>");
    }

    @Test
    void at_anyCoordinate_hasAtMostOneDecimal() {
        assertThat(Svg.at(12)).isEqualTo("12");
        assertThat(Svg.at(12.34)).isEqualTo("12.3");
        assertThat(Svg.at(-0.04)).isEqualTo("0");
        assertThat(Svg.at(-1.26)).isEqualTo("-1.3");
        assertThat(Svg.at(1234567.89)).isEqualTo("1234567.9");
    }

    @Test
    void mark_nameWithoutValue_isRefused() {
        assertThatThrownBy(() -> Svg.drawing("c", 1, 1, "t").mark("rect", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid attributes of rect: give a value for every name");
    }
}
