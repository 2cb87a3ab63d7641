package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.ControlLimits;
import com.opsatc.contract.figure.LimitMethod;
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
        // Mean 85 %, standard error of twenty 7.98 points, every moving range of z 10 / 7.98, so σz 1.110327.
        assertThat(kpi.limits())
                .isEqualTo(ControlLimits.laneyP(
                        new BigDecimal("0.850000"),
                        new BigDecimal("1.110327"),
                        12,
                        FIRST.plusWeeks(2),
                        FIRST.plusWeeks(13)));
        // 3 / 1.128 moving ranges of 10 points are 26.5957.
        assertThat(kpi.series().stream().filter(SeriesPoint::takesPart))
                .hasSize(12)
                .allSatisfy(point -> assertThat(point.lower()).isEqualByComparingTo("0.584043"))
                .allSatisfy(point -> assertThat(point.upper()).isEqualByComparingTo("1"));
        assertThat(kpi.series().stream().filter(point -> !point.takesPart()))
                .allSatisfy(point -> assertThat(point.lower()).isNull());
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

    /** Frozen are share and dispersion, not the limits: a thin week after the shift has wider ones. */
    @Test
    void of_weeksAfterAShift_haveTheLimitsOfTheirOwnSize() {
        int[] weeks = {5, 10, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 80, 90, 20, 20, 20, 20, 5, 0};

        KpiValue kpi = chart(members(weeks, 14, 5), weeks.length, Optional.of(FIRST.plusWeeks(14)));

        // Twice the 26.5957 points of twenty members.
        assertThat(kpi.series().get(14).n()).isEqualTo(5);
        assertThat(kpi.series().get(14).lower()).isEqualByComparingTo("0.318085");
        assertThat(kpi.series().get(15).lower()).isEqualByComparingTo("0.584043");
    }

    /** Eleven lines late in twelve weeks: most weeks have none, so that a week with two would look like a signal. */
    @Test
    void of_shareWithTheRarerOutcomeLessThanOnceAWeek_hasNoLimits() {
        int[] weeks = {5, 10, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 100, 20, 0};

        assertThat(chart(weeks, Optional.empty()).limits()).isNull();

        weeks[13] = 95;
        assertThat(chart(weeks, Optional.empty()).limits().mean()).isEqualByComparingTo("0.95");
    }

    @Test
    void of_medians_haveTheSameLimitsInAllWeeks() {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int week = 0; week < 16; week++) {
            int day = Math.toIntExact(FIRST.plusWeeks(week).toEpochDay());
            for (int i = 0; i < MEMBERS; i++) {
                members.add(week % 2 == 0 ? DAY_US : 2 * DAY_US, day, week + "/" + i);
            }
        }

        KpiValue kpi = chart("cycle-time", members.build(), 16, Optional.empty());

        // Mean 1.5 d, every moving range one day; 1.5 - 2.66 lies below 0.
        assertThat(kpi.limits().method()).isEqualTo(LimitMethod.XMR);
        assertThat(kpi.limits().weeks()).isEqualTo(12);
        assertThat(kpi.limits().lower()).isEqualByComparingTo("0");
        assertThat(kpi.limits().upper()).isEqualByComparingTo(BigDecimal.valueOf(DAY_US * 416 / 100));
        assertThat(kpi.series()).allSatisfy(point -> assertThat(point.upper()).isNull());
    }

    /** Lines may be brought forward, and by how many days says nothing of which weeks are complete. */
    @Test
    void of_mediansOfDays_haveNoLimits() {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int week = 0; week < 16; week++) {
            int day = Math.toIntExact(FIRST.plusWeeks(week).toEpochDay());
            for (int i = 0; i < MEMBERS; i++) {
                members.add(week % 2 == 0 ? -1 : 2, day, week + "/" + i);
            }
        }

        KpiValue kpi = chart("promise-slip", members.build(), 16, Optional.empty());

        assertThat(kpi.series()).hasSize(16);
        assertThat(kpi.limits()).isNull();
    }

    @Test
    void of_kpiThatIsNotMeasured_isAsItIs() {
        KpiValue silent =
                KpiValue.notMeasured("K-p-x", "p", Processes.definitions().require("otif-line"), "No.");

        assertThat(ControlChart.of(new MeasuredKpi(silent, Optional.empty()), yardstick(16), Optional.empty()))
                .isSameAs(silent);
    }

    private static KpiValue chart(int[] percent, Optional<LocalDate> shifted) {
        return chart(members(percent, percent.length, MEMBERS), percent.length, shifted);
    }

    private static KpiValue chart(CountedMembers members, int weeks, Optional<LocalDate> shifted) {
        return chart("on-time-line", members, weeks, shifted);
    }

    private static KpiValue chart(String id, CountedMembers members, int weeks, Optional<LocalDate> shifted) {
        MeasuredKpi kpi = OrderShop.kpi(id, members);
        List<SeriesPoint> series = WeeklySeries.of(kpi.value().aggregation(), members, FIRST.plusWeeks(weeks));
        MeasuredKpi charted = new MeasuredKpi(kpi.value().charted(series, null), kpi.members());

        return ControlChart.of(charted, yardstick(weeks), shifted);
    }

    /** Cases begin as usual in all weeks but the last two; in the first two, some of what ends began before the extract. */
    private static Yardstick yardstick(int weeks) {
        return new Yardstick(new Intake(FIRST, FIRST.plusWeeks(weeks - 2L)), FIRST.plusWeeks(weeks), 12 * DAY_US, 0);
    }

    /** @param thin a week that has {@code few} members */
    private static CountedMembers members(int[] percent, int thin, int few) {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int week = 0; week < percent.length; week++) {
            int n = week == thin ? few : MEMBERS;
            for (int i = 0; i < n; i++) {
                int day = Math.toIntExact(FIRST.plusWeeks(week).toEpochDay());
                members.add(i * 100 < percent[week] * n ? 1 : 0, day, week + "/" + i);
            }
        }
        return members.build();
    }
}
