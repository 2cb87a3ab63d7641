package com.opsatc.kernel.privacy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Ways to tell from released days whether the tenant was there, by one who knows everything else. */
enum MembershipAttack {
    /** The most powerful test between the two worlds if the noise is independent and normal. */
    LIKELIHOOD_RATIO {
        @Override
        boolean isThere(ReleaseDays release, long[][][] days) {
            double ratio = 0;
            for (int day = 0; day < days.length; day++) {
                for (int block = 0; block < release.blocks() && ReleaseDays.isPresent(day); block++) {
                    ratio += logRatio(days[day][block], release.contribution(block), release.variance(block));
                }
            }
            return ratio > 0;
        }
    },
    /** An output that is a possible exact sum, to the last unit. */
    EXACT_OUTPUT {
        @Override
        boolean isThere(ReleaseDays release, long[][][] days) {
            for (long[][] day : days) {
                for (int block = 0; block < release.blocks(); block++) {
                    if (Arrays.equals(day[block], release.contribution(block))) {
                        return true;
                    }
                }
            }
            return false;
        }
    },
    /** Two days whose difference is exactly what the tenant's leaving would make. */
    DAY_DIFFERENCE {
        @Override
        boolean isThere(ReleaseDays release, long[][][] days) {
            if (days.length < 2) {
                return false;
            }

            for (int block = 0; block < release.blocks(); block++) {
                long[] difference = days[0][block].clone();
                for (int cell = 0; cell < difference.length; cell++) {
                    difference[cell] -= days[1][block][cell];
                }
                if (Arrays.equals(difference, release.contribution(block))) {
                    return true;
                }
            }
            return false;
        }
    };

    abstract boolean isThere(ReleaseDays release, long[][][] days);

    private static double logRatio(long[] released, long[] contribution, double variance) {
        double sum = 0;
        for (int cell = 0; cell < released.length; cell++) {
            sum += contribution[cell] * (released[cell] - contribution[cell] / 2.0);
        }
        return sum / variance;
    }

    /** True less false positive rates of all attacks on the same trials. */
    static Map<MembershipAttack, Gain> gains(ReleaseDays release, int days, int trials, long seed) {
        SeededUniforms uniforms = new SeededUniforms(seed);
        Map<MembershipAttack, Integer> truePositives = new EnumMap<>(MembershipAttack.class);
        Map<MembershipAttack, Integer> falsePositives = new EnumMap<>(MembershipAttack.class);
        for (int trial = 0; trial < trials; trial++) {
            long[][][] with = release.days(days, true, uniforms);
            long[][][] without = release.days(days, false, uniforms);
            for (MembershipAttack attack : values()) {
                truePositives.merge(attack, attack.isThere(release, with) ? 1 : 0, Integer::sum);
                falsePositives.merge(attack, attack.isThere(release, without) ? 1 : 0, Integer::sum);
            }
        }
        Map<MembershipAttack, Gain> gains = new EnumMap<>(MembershipAttack.class);
        truePositives.forEach((attack, count) -> gains.put(attack, Gain.of(count, falsePositives.get(attack), trials)));
        return gains;
    }

    /** An attack's advantage and the standard error of it. */
    record Gain(double advantage, double error) {
        static Gain of(int truePositives, int falsePositives, int trials) {
            double t = (double) truePositives / trials;
            double f = (double) falsePositives / trials;
            return new Gain(t - f, Math.sqrt((t * (1 - t) + f * (1 - f)) / trials));
        }

        boolean exceeds(double bound) {
            return advantage > bound + 3 * error;
        }
    }
}
