package com.opsatc.kernel.ageing;

import com.opsatc.kernel.figure.CaseTime;
import com.opsatc.kernel.statistics.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/** A process made up from a seed: cases begin by chance, and take as long as a law says. */
final class SimulatedCases {
    static final long DAY_US = 24L * 3_600 * 1_000_000;
    static final long WEEK_US = 7 * DAY_US;

    private final long untilUs;
    private final List<CaseTime> cases = new ArrayList<>();

    /** @param daysOfCase how long a case takes that begins at a part, 0 to 1, of the time, by a number from 0 to 1 */
    SimulatedCases(long seed, int weeks, int perWeek, ToDoubleBiFunction<Double, SplittableRandom> daysOfCase) {
        SplittableRandom random = new SplittableRandom(seed);
        untilUs = weeks * WEEK_US;
        for (int i = 0; i < weeks * perWeek; i++) {
            long beginUs = (long) (random.nextDouble() * untilUs);
            long closedUs = beginUs + (long) (DAY_US * daysOfCase.applyAsDouble(beginUs / (double) untilUs, random));
            cases.add(new CaseTime(i, beginUs, closedUs > untilUs ? CaseTime.OPEN : closedUs));
        }
    }

    /** By the ninth decile of those that are closed. */
    DateRisk risk() {
        long[] tookUs = cases.stream()
                .filter(each -> !each.isOpen())
                .mapToLong(each -> each.closedUs() - each.beginUs())
                .toArray();
        return risk(Quantile.type7(tookUs, 9, 10));
    }

    DateRisk risk(long targetUs) {
        List<DatedCase> dated =
                cases.stream().map(each -> DatedCase.within(targetUs, each)).toList();
        int weeks = (int) (untilUs / WEEK_US);
        long[] weeksUs = new long[weeks + 1];
        for (int i = 0; i <= weeks; i++) {
            weeksUs[i] = i * WEEK_US;
        }
        return DateRisk.of(dated, untilUs, weeksUs);
    }

    static double exponential(double mean, SplittableRandom random) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    static double logNormal(double median, double sigma, SplittableRandom random) {
        double gauss = Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        return median * Math.exp(sigma * gauss);
    }
}
