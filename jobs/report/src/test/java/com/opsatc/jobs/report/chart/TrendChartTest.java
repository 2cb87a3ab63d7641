package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.SeriesPoint;
import com.opsatc.contract.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static final Pattern LINE = Pattern.compile("class=\"line\" d=\"([^\"]*)\"");

    @Test
    void svg_partialAndEmptyWeeks_areNeverJoined() {
        String svg = chart("5~ 4 6 - 7 8 9 5~");

        assertThat(LINE.matcher(svg).results().map(line -> line.group(1).split("L").length))
                .containsExactly(2, 3);
        assertThat(svg)
                .containsPattern("class=\"hollow\"[^>]*><title>Week of 5.Jan.2026: 5, n 10, partial week</title>");
        assertThat(svg.split("class=\"hollow\"")).hasSize(3);
        assertThat(svg.split("class=\"dot\"")).hasSize(6);
    }

    @Test
    void svg_fewerThanTwelveFullWeeks_hasNoLimits() {
        assertThat(chart("1 2 3 4 5 6 7 8 9 10 11")).doesNotContain("class=\"limit\"");
        assertThat(chart("1 2 3 4 5 6 7 8 9 10 11 12").split("class=\"limit\"")).hasSize(4);
    }

    @Test
    void svg_weekBeyondALimit_isADiamondAndSaysSo() {
        String svg = chart("10 11 10 11 10 11 10 11 10 11 10 11 10 11 10 11 40");

        assertThat(svg.split("class=\"beyond\"")).hasSize(2);
        assertThat(svg).contains(": 40, n 10, beyond a limit</title>");
    }

    @Test
    void svg_shift_isDatedInWords() {
        List<SeriesPoint> series = Series.of("1 2 3 4");
        String svg = TrendChart.svg(series, Unit.COUNT, Optional.empty(), Optional.of(Series.FIRST.plusWeeks(2)), "t");

        assertThat(svg).contains("shift, 19\u00a0Jan");
        assertThat(TrendChart.svg(series, Unit.COUNT, Optional.empty(), Optional.of(Series.FIRST.plusWeeks(9)), "t"))
                .doesNotContain("shift");
    }

    @Test
    void sparkline_oneMeasuredWeek_isNotDrawn() {
        assertThat(Sparkline.svg(Series.of("1 - -"), "t")).isEmpty();
        assertThat(Sparkline.svg(Series.of("1 2 3~"), "t"))
                .contains("class=\"hollow\"")
                .contains("class=\"line\"");
    }

    private static String chart(String weeks) {
        List<SeriesPoint> series = Series.of(weeks);

        return TrendChart.svg(series, Unit.COUNT, XmrLimits.of(series), Optional.empty(), "t");
    }
}
