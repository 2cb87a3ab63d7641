package com.opsatc.jobs.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BandChartTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 12, 30);

    @Test
    void svg_daysWithoutAFigure_areHatchedAndNeverJoined() {
        String svg = chart("5 6 - - 7 8");

        assertThat(paths(svg, "line")).containsExactly(2, 2);
        assertThat(paths(svg, "band")).containsExactly(4, 4);
        assertThat(svg).contains("<title>Not shown: 1\u00a0Jan\u00a02026 to 2\u00a0Jan\u00a02026</title>");
    }

    @Test
    void svg_uncertainDays_areDashedFromTheDayBefore() {
        String svg = chart("5 6 7? 8?");

        assertThat(paths(svg, "line")).containsExactly(2);
        assertThat(paths(svg, "line uncertain")).containsExactly(3);
        assertThat(svg).contains("class=\"hollow\"").doesNotContain("class=\"dot\"");
    }

    @Test
    void svg_lastDayWithoutAFigure_hasNoDot() {
        assertThat(chart("5 6 -")).doesNotContain("class=\"dot\"", "class=\"hollow\"");
    }

    @Test
    void svg_oneDay_isAWhiskerAndADot() {
        String svg = chart("5");

        assertThat(svg).contains("class=\"whisker\"", "class=\"dot\"").doesNotContain("class=\"band\"");
        assertThat(svg.split("30\u00a0Dec\u00a02025")).hasSize(2);
    }

    @Test
    void svg_uncertainIntervalBeyondTheOthers_doesNotStretchTheAxis() {
        List<BandPoint> points = new ArrayList<>(points("5 6 7"));
        points.add(point(3, "6", "-900", "900", true));

        assertThat(BandChart.svg(points, Unit.COUNT, "t")).contains(">8</text>").doesNotContain(">900</text>");
    }

    @Test
    void svg_title_isEscaped() {
        assertThat(BandChart.svg(points("5 6"), Unit.COUNT, "<b>&")).contains("<title>&lt;b&gt;&amp;</title>");
    }

    @Test
    void construct_valueWithoutItsInterval_fails() {
        assertThatThrownBy(() -> new BandPoint(FIRST, BigDecimal.ONE, null, BigDecimal.ONE, false))
                .hasMessage("Invalid point of a band: a value stands with its interval");
        assertThatThrownBy(() -> BandChart.svg(List.of(), Unit.COUNT, "t"))
                .hasMessage("Invalid series: a chart needs at least one day");
    }

    @Test
    void bars_shares_areHeldWithinTheBar() {
        String svg = IntervalBar.svg(new BigDecimal("0.5"), new BigDecimal("-0.2"), new BigDecimal("1.4"), "t");

        assertThat(svg).contains("M0 3 V9 M0 6 H160 M160 3 V9").contains("width=\"80\"");
        assertThat(BudgetBar.svg(new BigDecimal("9.3"), 8, "t"))
                .contains("class=\"bar-part\" x=\"6\" y=\"2\" width=\"628\"");
    }

    @Test
    void bars_bucketsAndCounts_areOfOneNumber() {
        assertThat(BucketBars.svg(List.of(0L, 40L), List.of("5 ms", "over"), "t"))
                .contains("<title>over: 40</title>")
                .contains("height=\"96\"")
                .contains("<title>5 ms: 0</title>");
        assertThatThrownBy(() -> BucketBars.svg(List.of(1L), List.of(), "t"))
                .hasMessage("Invalid bars: 1 counts for 0 buckets");
    }

    private static String chart(String days) {
        return BandChart.svg(points(days), Unit.COUNT, "t");
    }

    /** One day each: a figure with an interval of one to both sides, {@code ?} where uncertain, {@code -} for none. */
    private static List<BandPoint> points(String days) {
        List<BandPoint> points = new ArrayList<>();
        for (String day : days.split(" ")) {
            boolean none = day.equals("-");
            int value = none ? 0 : Integer.parseInt(day.replace("?", ""));
            points.add(
                    none
                            ? new BandPoint(FIRST.plusDays(points.size()), null, null, null, false)
                            : point(points.size(), "" + value, "" + (value - 1), "" + (value + 1), day.endsWith("?")));
        }

        return points;
    }

    private static BandPoint point(int day, String value, String low, String high, boolean uncertain) {
        return new BandPoint(
                FIRST.plusDays(day), new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), uncertain);
    }

    /** How many places each path of that class joins. */
    private static List<Integer> paths(String svg, String kind) {
        return Pattern.compile("class=\"" + kind + "\" d=\"([^\"]*)\"")
                .matcher(svg)
                .results()
                .map(path -> path.group(1).split("L").length)
                .toList();
    }
}
