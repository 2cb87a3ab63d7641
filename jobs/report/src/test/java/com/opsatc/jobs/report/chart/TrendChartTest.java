package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static final Pattern LIMIT = Pattern.compile("class=\"limit\" d=\"([^\"]*)\"");
    private static final Pattern LINE = Pattern.compile("class=\"line\" d=\"([^\"]*)\"");

    @Test
    void svg_partialEdgeAndEmptyWeeks_areNeverJoined() {
        String svg = chart("5~ 4 6 - 7 8 9 5^");

        assertThat(LINE.matcher(svg).results().map(line -> line.group(1).split("L").length))
                .containsExactly(2, 3);
        assertThat(svg)
                .containsPattern(
                        "class=\"hollow\"[^>]* stroke-dasharray=\"2 1.5\"><title>Week of 5.Jan.2026: 5, n 10, not complete</title>")
                .containsPattern("class=\"hollow\"[^>]*><title>Week of 23.Feb.2026: 5, n 10, not complete</title>");
        assertThat(svg.split("class=\"hollow\"")).hasSize(3);
        assertThat(svg.split("class=\"dot\"")).hasSize(6);
    }

    @Test
    void svg_limits_areThreeLinesAndNoneWithoutThem() {
        assertThat(chart("1 2 3")).doesNotContain("class=\"limit\"");
        assertThat(chart("1 2 3", 0, 4).split("class=\"limit\"")).hasSize(4);
    }

    @Test
    void svg_weekBeyondALimit_isADiamondAndSaysSo() {
        String svg = chart("41^ 8 10 12 40 41^", 8, 12);

        assertThat(svg.split("class=\"beyond\"")).hasSize(2);
        assertThat(svg).contains(": 40, n 10, beyond a limit</title>").contains(": 41, n 10, not complete</title>");
    }

    /** Steps from half a week before a week to half a week after it; a week that takes no part ends the run. */
    @Test
    void svg_limitsOfEachWeek_areStepsWithTheFiguresOfTheLatest() {
        List<SeriesPoint> series = new ArrayList<>();
        for (SeriesPoint point : Series.of("10 20 30~ 99 10")) {
            BigDecimal reach = BigDecimal.valueOf(series.size());
            series.add(
                    point.takesPart()
                            ? point.within(BigDecimal.TEN.subtract(reach), BigDecimal.TEN.add(reach))
                            : point);
        }
        ControlLimits limits =
                ControlLimits.laneyP(BigDecimal.TEN, BigDecimal.ONE, 12, Series.FIRST, Series.FIRST.plusWeeks(11));

        String svg = TrendChart.svg(series, Unit.COUNT, Optional.of(limits), Optional.empty(), "t");

        assertThat(LIMIT.matcher(svg).results().map(line -> line.group(1).split("L").length))
                .containsExactly(4, 4, 4, 4);
        assertThat(svg.split("<line class=\"limit\"")).hasSize(2);
        assertThat(svg)
                .contains(": 20, n 10, limits 9 to 11, beyond a limit</title>")
                .contains(": 99, n 10, limits 7 to 13, beyond a limit</title>")
                .contains("<tspan class=\"limit-name\">upper </tspan>14<")
                .contains("<tspan class=\"limit-name\">lower </tspan>6<");
        assertThat(svg.split("class=\"beyond\"")).hasSize(3);
    }

    @Test
    void svg_limitsOfEachWeekWhereNoneTakesPart_areTheMeanAlone() {
        ControlLimits limits =
                ControlLimits.laneyP(BigDecimal.TEN, BigDecimal.ONE, 12, Series.FIRST, Series.FIRST.plusWeeks(11));

        String svg = TrendChart.svg(Series.of("10~ 20^"), Unit.COUNT, Optional.of(limits), Optional.empty(), "t");

        assertThat(svg.split("class=\"limit\"")).hasSize(2);
        assertThat(svg).contains(">mean </tspan>10<");
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
        assertThat(Sparkline.svg(Series.of("1^ 2 3"), "t").split("class=\"hollow\""))
                .hasSize(2);
    }

    private static String chart(String weeks) {
        return TrendChart.svg(Series.of(weeks), Unit.COUNT, Optional.empty(), Optional.empty(), "t");
    }

    private static String chart(String weeks, long lower, long upper) {
        ControlLimits limits = ControlLimits.xmr(
                BigDecimal.valueOf((lower + upper) / 2),
                BigDecimal.valueOf(lower),
                BigDecimal.valueOf(upper),
                12,
                Series.FIRST,
                Series.FIRST.plusWeeks(11));

        return TrendChart.svg(Series.of(weeks), Unit.COUNT, Optional.of(limits), Optional.empty(), "t");
    }
}
