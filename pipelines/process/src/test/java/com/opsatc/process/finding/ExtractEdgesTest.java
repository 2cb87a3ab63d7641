package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.WeeklySeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Extracts of cases that are always the same, cut as extracts are: a pilot before the rest, an intake that stops half a year
 * before the last event, so that stragglers alone end after it. Whatever seems to change at their edges is no finding.
 */
class ExtractEdgesTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int PILOT = 40;
    private static final int USUAL = 160;
    private static final int PILOT_WEEKS = 30;
    private static final int WEEKS = 60;
    private static final LocalDate AS_OF = FIRST.plusWeeks(WEEKS + 26L);
    private static final double MEDIAN_DAYS = 7;
    private static final double SIGMA = 0.9;
    private static final long DAY_US = 86_400_000_000L;

    private final KpiShifts search = new KpiShifts(
            Processes.input(
                    Processes.mapping(Map.of()),
                    Processes.log(List.of()),
                    Processes.objects(List.of()),
                    OrderShop.ZONE,
                    AS_OF),
            Processes.definitions().require("kpi-shift"));

    @Test
    void search_intakeThatStops_findsNoShiftWhereItsStragglersWouldBeOne() {
        List<Extract> extracts =
                LongStream.range(0, 60).mapToObj(ExtractEdgesTest::extract).toList();

        assertThat(extracts).allMatch(extract -> shifts(extract, Intake.of(extract.starts())) == 0);
        assertThat(extracts.stream().filter(extract -> shifts(extract, Intake.UNKNOWN) > 0))
                .hasSizeGreaterThan(8);
    }

    private int shifts(Extract extract, Intake intake) {
        CountedMembers members = extract.members();
        MeasuredKpi kpi = OrderShop.kpi("cycle-time", members);
        long p90 = Aggregates.of(Aggregation.P90, members).longValueExact();
        return search.search(List.of(kpi), new Yardstick(intake, AS_OF, p90, 0))
                .drafts()
                .size();
    }

    private record Extract(SortedMap<LocalDate, Long> starts, CountedMembers members) {}

    private static Extract extract(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        SortedMap<LocalDate, Long> starts = new TreeMap<>();
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int week = 0; week < WEEKS; week++) {
            int usual = week < PILOT_WEEKS ? PILOT : USUAL;
            long cases = Math.round(usual + Math.sqrt(usual) * random.nextGaussian());
            for (int i = 0; i < cases; i++) {
                LocalDate start = FIRST.plusWeeks(week).plusDays(random.nextInt(7));
                double days = MEDIAN_DAYS * Math.exp(SIGMA * random.nextGaussian());
                LocalDate end = start.plusDays((long) days);
                starts.merge(WeeklySeries.mondayOf(start), 1L, Long::sum);
                if (end.isBefore(AS_OF)) {
                    members.add((long) (days * DAY_US), Math.toIntExact(end.toEpochDay()), week + "/" + i);
                }
            }
        }
        return new Extract(starts, members.build());
    }
}
