package com.opsatc.jobs.report.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.jobs.report.csv.CsvLink.Row;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLinkTest {
    private static final String HEAD = "data:text/csv;charset=utf-8,";

    @Test
    void of_textsAndFigures_areExactQuotedAndDisarmed() {
        CsvLink link = CsvLink.of(
                "Steps",
                "acme-steps",
                List.of("name", "n", "share"),
                List.of(
                        new Row("Müller, \"A\"", -5L, new BigDecimal("0.380000")),
                        new Row("=HYPERLINK(\"x\")", 1, null),
                        new Row(" two\nlines", 2L, new BigDecimal("1E+3"))));

        assertThat(table(link))
                .isEqualTo(
                        "name,n,share\n\"Müller, \"\"A\"\"\",-5,0.380000\n\"'=HYPERLINK(\"\"x\"\")\",1,\n\" two\nlines\","
                                + "2,1000\n");
    }

    @Test
    void of_anyText_leavesNothingInTheLinkThatALinkOrATagCouldEndAt() {
        CsvLink link = CsvLink.of("T", "t", List.of("a"), List.of(new Row("\"'><&#?%\n\u202e\ud83d\ude00/\\")));

        assertThat(link.href()).matches(HEAD + "[A-Za-z0-9._~,%-]*");
        assertThat(table(link)).isEqualTo("a\n\"\"\"'><&#?%\n\u202e\ud83d\ude00/\\\"\n");
    }

    @Test
    void of_hostileName_isAPlainFileName() {
        assertThat(CsvLink.of("T", "acme-../..\\x <y>", List.of("a"), List.of()).file())
                .isEqualTo("acme-..-..-x-y-.csv");
    }

    @Test
    void of_rowOfAnotherWidth_isRefused() {
        assertThatThrownBy(() -> CsvLink.of("Steps", "t", List.of("a", "b"), List.of(new Row("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid table Steps: a row has another number of cells");
    }

    private static String table(CsvLink link) {
        assertThat(link.href()).startsWith(HEAD).doesNotContain("+");

        return URLDecoder.decode(link.href().substring(HEAD.length()), StandardCharsets.UTF_8);
    }
}
