package com.opsatc.kernel.privacy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Daily releases of four blocks as the manifest declares them, seen by one who knows every other tenant: exact sums are
 * those of the tenant under attack alone. Its mutants leak.
 */
final class ReleaseDays {
    static final Rational RHO_DAY = Rational.parse("288/100000");
    /** Ten weights of a tenant's worth in every cell, spread over its users as badly as can be. */
    private static final long MUCH = 10 * Projection.UNIT_SCALE;

    private static final int[] SHARES = {10, 30, 40, 20};

    private final int[] cells;
    private final Mutant mutant;
    private final DiscreteGaussian[] noises = new DiscreteGaussian[SHARES.length];
    private final double[] variances = new double[SHARES.length];
    private final List<long[]> contributions;

    private ReleaseDays(Mutant mutant, int[] cells, List<long[]> contributions) {
        this.mutant = mutant;
        this.cells = cells;
        this.contributions = contributions;
        for (int block = 0; block < SHARES.length; block++) {
            BigInteger variance = Zcdp.sigmaSquared(RHO_DAY.times(Rational.of(SHARES[block], 100)));
            variances[block] = variance.doubleValue();
            noises[block] = new DiscreteGaussian(
                    new Rational(variance, BigInteger.ONE).times(mutant.sigma).times(mutant.sigma));
        }
    }

    /** A tenant of sixteen users, each of them over every bound. */
    static ReleaseDays ofTenant(Mutant mutant, int... cells) {
        return new ReleaseDays(
                mutant,
                cells,
                Arrays.stream(cells)
                        .mapToObj(count -> mutant.bounding.tenant(Collections.nCopies(16, filled(count))))
                        .toList());
    }

    /** One user, over every bound, of a tenant that is known. */
    static ReleaseDays ofUser(Mutant mutant, int... cells) {
        return new ReleaseDays(
                mutant,
                cells,
                Arrays.stream(cells)
                        .mapToObj(count -> mutant.bounding.tenant(List.of(filled(count))))
                        .toList());
    }

    private static long[] filled(int cells) {
        long[] vector = new long[cells];
        Arrays.fill(vector, MUCH);
        return vector;
    }

    int blocks() {
        return cells.length;
    }

    /** What the tenant or user adds to a block when it is there. */
    long[] contribution(int block) {
        return contributions.get(block);
    }

    double variance(int block) {
        return variances[block];
    }

    /** The released vectors of a number of days, by day and block; the tenant is there on all days but the second, or never. */
    long[][][] days(int days, boolean there, UniformSource uniforms) {
        long[][][] released = new long[days][cells.length][];
        for (int block = 0; block < cells.length; block++) {
            long[] noise = noise(block, uniforms);
            for (int day = 0; day < days; day++) {
                noise = mutant.seedReuse || day == 0 ? noise : noise(block, uniforms);
                released[day][block] = there && isPresent(day) ? plus(noise, contributions.get(block)) : noise.clone();
            }
        }
        return released;
    }

    static boolean isPresent(int day) {
        return day != 1;
    }

    private long[] noise(int block, UniformSource uniforms) {
        long[] noise = new long[cells[block]];
        boolean unnoised = mutant.unnoisedPercent > 0 && uniforms.below(100) < mutant.unnoisedPercent;
        for (int cell = 0; cell < noise.length && !unnoised; cell++) {
            noise[cell] = noises[block].draw(uniforms);
        }
        return noise;
    }

    private static long[] plus(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] += b[cell];
        }
        return sum;
    }

    /** The release as built, and ways to break it. */
    enum Mutant {
        NONE(VectorBounding.RELEASED, Rational.ONE, 0, false),
        HALF_SIGMA(VectorBounding.RELEASED, Rational.of(1, 2), 0, false),
        NO_USER_CLIP(VectorBounding.NO_USER_CLIP, Rational.ONE, 0, false),
        NO_TENANT_CLIP(VectorBounding.NO_TENANT_CLIP, Rational.ONE, 0, false),
        NO_CLIP(VectorBounding.NO_CLIP, Rational.ONE, 0, false),
        DOUBLE_USER_CLIP(VectorBounding.DOUBLE_USER_CLIP, Rational.ONE, 0, false),
        DOUBLE_TENANT_CLIP(VectorBounding.DOUBLE_TENANT_CLIP, Rational.ONE, 0, false),
        ONE_PERCENT_UNNOISED(VectorBounding.RELEASED, Rational.ONE, 1, false),
        SEED_REUSE(VectorBounding.RELEASED, Rational.ONE, 0, true);

        private final VectorBounding bounding;
        private final Rational sigma;
        private final int unnoisedPercent;
        private final boolean seedReuse;

        Mutant(VectorBounding bounding, Rational sigma, int unnoisedPercent, boolean seedReuse) {
            this.bounding = bounding;
            this.sigma = sigma;
            this.unnoisedPercent = unnoisedPercent;
            this.seedReuse = seedReuse;
        }
    }
}
