package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.WeeklySeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Weeks of twenty orders each, of which so many per cent are on time; cases take up to twelve days. */
class ControlChartTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final long DAY_US = 86_400_000_000L;
    private static final int MEMBERS = 20;
    /** Two weeks at either edge, far beyond what lies between them. */
    private static final int[] WEEKS = {5, 10, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 20, 0};

    @Test
    void of_weeksAtTheEdges_areMarkedAndSetNoLimits() {
        KpiValue kpi = chart(WEEKS, Optional.empty());

        assertThat(kpi.series().stream().map(point -> point.edge() != null))
                .containsExactly(
                        true, true, false, false, false, false, false, false, false, false, false, false, false, false,
                        true, true);
        // Mean 85 %; every moving range is 10 points; 2.66 * 10 = 26.6.
        assertThat(kpi.limits())
                .isEqualTo(new ControlLimits(
                        new BigDecimal("0.850000"),
                        new BigDecimal("0.584000"),
                        new BigDecimal("1.116000"),
                        12,
                        FIRST.plusWeeks(2),
                        FIRST.plusWeeks(13)));
        assertThat(kpi.weeksTakingPart()).isEqualTo(12);
        assertThat(kpi.weeksBeyondLimits()).isZero();
    }

    @Test
    void of_elevenWeeksThatTakePart_haveNoLimits() {
        int[] weeks = {5, 10, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 80, 20, 0};

        KpiValue kpi = chart(weeks, Optional.empty());

        assertThat(kpi.weeksTakingPart()).isEqualTo(11);
        assertThat(kpi.limits()).isNull();
    }

    @Test
    void of_shift_setsItsLimitsByTheWeeksBefore() {
        int[] weeks = {5, 10, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 20, 20, 20, 20, 5, 0};

        KpiValue kpi = chart(weeks, Optional.of(FIRST.plusWeeks(14)));

        assertThat(kpi.limits().to()).isEqualTo(FIRST.plusWeeks(13));
        assertThat(kpi.limits().mean()).isEqualByComparingTo("0.85");
        assertThat(kpi.weeksBeyondLimits()).isEqualTo(4);
    }

    @Test
    void of_kpiThatIsNotMeasured_isAsItIs() {
        KpiValue silent =
                KpiValue.notMeasured("K-p-x", "p", Processes.definitions().require("otif-line"), "No.");

        assertThat(ControlChart.of(new MeasuredKpi(silent, Optional.empty()), yardstick(16), Optional.empty()))
                .isSameAs(silent);
    }

    private static KpiValue chart(int[] percent, Optional<LocalDate> shifted) {
        CountedMembers members = members(percent);
        MeasuredKpi kpi = OrderShop.kpi("on-time-line", members);
        LocalDate asOf = FIRST.plusWeeks(percent.length);
        List<SeriesPoint> series = WeeklySeries.of(kpi.value().aggregation(), members, asOf);
        MeasuredKpi charted = new MeasuredKpi(kpi.value().charted(series, null), kpi.members());

        return ControlChart.of(charted, yardstick(percent.length), shifted);
    }

    /** Cases begin as usual in all weeks but the last two; in the first two, some of what ends began before the extract. */
    private static Yardstick yardstick(int weeks) {
        return new Yardstick(new Intake(FIRST, FIRST.plusWeeks(weeks - 2L)), FIRST.plusWeeks(weeks), 12 * DAY_US, 0);
    }

    private static CountedMembers members(int[] percent) {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int week = 0; week < percent.length; week++) {
            for (int i = 0; i < MEMBERS; i++) {
                int day = Math.toIntExact(FIRST.plusWeeks(week).toEpochDay());
                members.add(i * 100 < percent[week] * MEMBERS ? 1 : 0, day, week + "/" + i);
            }
        }
        return members.build();
    }
}
