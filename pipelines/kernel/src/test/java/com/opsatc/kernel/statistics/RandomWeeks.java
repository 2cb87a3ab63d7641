package com.opsatc.kernel.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random weekly series of shares or of durations on a logarithmic scale; the same for the same seed. */
final class RandomWeeks {
    final long[] n;
    final long[] sum;
    final long[] squares;

    private RandomWeeks(int weeks) {
        n = new long[weeks];
        sum = new long[weeks];
        squares = new long[weeks];
    }

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Shares around {@code share}; the share of each week itself varies with standard deviation {@code drift}. */
    static RandomWeeks shares(RandomGenerator random, int count, double share, double drift) {
        RandomWeeks weeks = new RandomWeeks(count);
        int volume = 20 + random.nextInt(381);
        for (int week = 0; week < count; week++) {
            weeks.addShares(random, week, volume, share + drift * random.nextGaussian());
        }
        return weeks;
    }

    /** Durations of standard deviation {@code spread} on the scale; the mean of each week varies with {@code drift}. */
    static RandomWeeks durations(RandomGenerator random, int count, double spread, double drift) {
        RandomWeeks weeks = new RandomWeeks(count);
        int volume = 20 + random.nextInt(381);
        for (int week = 0; week < count; week++) {
            weeks.addDurations(random, week, volume, 12_000 + drift * random.nextGaussian(), spread);
        }
        return weeks;
    }

    RandomWeeks sharesFrom(RandomGenerator random, int from, double share) {
        for (int week = from; week < n.length; week++) {
            replaceShares(random, week, share);
        }
        return this;
    }

    RandomWeeks replaceShares(RandomGenerator random, int week, double share) {
        int volume = (int) n[week];
        clear(week);
        addShares(random, week, volume, share);
        return this;
    }

    RandomWeeks replaceDurations(RandomGenerator random, int week, double mean, double spread) {
        int volume = (int) n[week];
        clear(week);
        addDurations(random, week, volume, mean, spread);
        return this;
    }

    void clear(int week) {
        n[week] = 0;
        sum[week] = 0;
        squares[week] = 0;
    }

    private void addShares(RandomGenerator random, int week, int volume, double share) {
        for (int i = 0; i < volume; i++) {
            add(week, random.nextDouble() < share ? 1 : 0);
        }
    }

    private void addDurations(RandomGenerator random, int week, int volume, double mean, double spread) {
        for (int i = 0; i < volume; i++) {
            add(week, Math.round(mean + spread * random.nextGaussian()));
        }
    }

    private void add(int week, long x) {
        n[week]++;
        sum[week] += x;
        squares[week] += x * x;
    }
}
