package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sensitivity of the bounded sums over generated tenants: no tenant moves the sum by more than weight 1 and no user by
 * more than the accounted bound, compared as exact integers.
 */
class SensitivityProofTest {
    private static final int[] CELLS = {1, 3, 5, 15, 64};
    private static final long MAX_UNITS = Projection.MAX_COUNT << 16;

    @Test
    void released_generatedTenants_neverMovesTheSumByMoreThanAccounted() {
        assertThat(violations(VectorBounding.RELEASED, 10_000, 1)).isEqualTo(new Violations(0, 0));
    }

    @Test
    @Tag("campaign")
    void released_millionTenants_neverMovesTheSumByMoreThanAccounted() {
        assertThat(violations(VectorBounding.RELEASED, 1_000_000, 2)).isEqualTo(new Violations(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void mutant_generatedTenants_isFound(Mutant mutant) {
        Violations found = violations(mutant.bounding, 1_000, 3);

        assertThat(found.tenant > 0).as("a tenant moves the sum too far").isEqualTo(mutant.movesTenant);
        assertThat(found.user > 0).as("a user moves the sum too far").isEqualTo(mutant.movesUser);
    }

    /**
     * Rounding is accounted because it is real: a user of one cell pushes a tenant on the sphere over it, and all other cells
     * are rounded down.
     */
    @Test
    void clip_tenantOnTheSphere_roundingIsRealAndWithinTheAccount() {
        RandomGenerator random = SeededUniforms.generator(4);
        long radius = 20;
        for (int round = 0; round < 1_000; round++) {
            long[] without = onTheSphere(random);
            long[] with = without.clone();
            with[0] = radius;

            BigInteger change = squaredDistance(
                    Projection.clip(with, Projection.UNIT_SCALE), Projection.clip(without, Projection.UNIT_SCALE));

            assertThat(change).isGreaterThan(square(radius));
            assertThat(change).isLessThanOrEqualTo(square(Projection.userSensitivity(radius, 64)));
        }
    }

    /** 64 cells, the first one 0, whose norm is a hair below weight 1. */
    private static long[] onTheSphere(RandomGenerator random) {
        long[] vector = new long[64];
        long left = Projection.UNIT_SCALE * Projection.UNIT_SCALE;
        for (int cell = 1; cell < 60; cell++) {
            vector[cell] = 1_000 + random.nextLong(6_000);
            left -= vector[cell] * vector[cell];
        }
        for (int cell = 60; cell < 64; cell++) {
            vector[cell] = (long) Math.sqrt(left);
            left -= vector[cell] * vector[cell];
        }
        return vector;
    }

    /** Who is exchanged for another is removed and added: up to the square root of 2, and that is reached. */
    @Test
    void released_exchangedUser_movesTheSumByAtMostTheRootOfTwo() {
        RandomGenerator random = SeededUniforms.generator(5);
        BigInteger worst = BigInteger.ZERO;
        for (int round = 0; round < 4_000; round++) {
            List<long[]> users = users(random);
            List<long[]> exchanged = new ArrayList<>(users);
            exchanged.set(0, user(random, users.get(0).length));
            BigInteger change =
                    squaredDistance(VectorBounding.RELEASED.tenant(users), VectorBounding.RELEASED.tenant(exchanged));
            long accounted = Projection.userSensitivity(VectorBounding.USER_RADIUS, users.get(0).length);
            assertThat(change).isLessThanOrEqualTo(square(accounted).shiftLeft(1));
            worst = worst.max(change);
        }

        assertThat(worst).isGreaterThan(square(Projection.userSensitivity(VectorBounding.USER_RADIUS, 64)));
    }

    private static Violations violations(VectorBounding bounding, int rounds, long seed) {
        RandomGenerator random = SeededUniforms.generator(seed);
        int tenant = 0;
        int user = 0;
        BigInteger tenantBound = square(Projection.UNIT_SCALE);
        for (int round = 0; round < rounds; round++) {
            List<long[]> users = users(random);
            int cells = users.get(0).length;
            BigInteger userBound = square(Projection.userSensitivity(VectorBounding.USER_RADIUS, cells));
            BigInteger norm = squaredDistance(bounding.tenant(users), new long[cells]);
            tenant += norm.compareTo(tenantBound) > 0 ? 1 : 0;
            user += change(bounding, users).compareTo(userBound) > 0 ? 1 : 0;
        }
        return new Violations(tenant, user);
    }

    /** The squared change by removing the first user. */
    private static BigInteger change(VectorBounding bounding, List<long[]> users) {
        List<long[]> without = new ArrayList<>(users);
        without.set(0, new long[users.get(0).length]);
        return squaredDistance(bounding.tenant(users), bounding.tenant(without));
    }

    private static List<long[]> users(RandomGenerator random) {
        int cells = CELLS[random.nextInt(CELLS.length)];
        int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 14);
        List<long[]> users = new ArrayList<>();
        for (int user = 0; user < count; user++) {
            users.add(user(random, cells));
        }
        return users;
    }

    /** One cell, some or all; of nothing, a few units, about the radius, or as much as a day's count can be. */
    private static long[] user(RandomGenerator random, int cells) {
        long[] user = new long[cells];
        int filled = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(cells);
        int kind = random.nextInt(5);
        for (int i = 0; i < filled; i++) {
            int cell = random.nextInt(cells);
            user[cell] = switch (kind) {
                case 0 -> random.nextLong(40);
                case 1 -> random.nextLong(2 * VectorBounding.USER_RADIUS);
                case 2 -> VectorBounding.USER_RADIUS - 2 + random.nextLong(5);
                case 3 -> (long) Math.exp(random.nextDouble(Math.log(MAX_UNITS)));
                default -> MAX_UNITS - random.nextLong(3);
            };
        }
        return user;
    }

    private static BigInteger squaredDistance(long[] a, long[] b) {
        BigInteger sum = BigInteger.ZERO;
        for (int cell = 0; cell < a.length; cell++) {
            sum = sum.add(square(Math.subtractExact(a[cell], b[cell])));
        }
        return sum;
    }

    private static BigInteger square(long value) {
        return BigInteger.valueOf(value).pow(2);
    }

    private record Violations(int tenant, int user) {}

    private enum Mutant {
        NO_USER_CLIP(VectorBounding.NO_USER_CLIP, false, true),
        NO_TENANT_CLIP(VectorBounding.NO_TENANT_CLIP, true, false),
        NO_CLIP(VectorBounding.NO_CLIP, true, true),
        DOUBLE_USER_CLIP(VectorBounding.DOUBLE_USER_CLIP, false, true),
        DOUBLE_TENANT_CLIP(VectorBounding.DOUBLE_TENANT_CLIP, true, false);

        private final VectorBounding bounding;
        private final boolean movesTenant;
        private final boolean movesUser;

        Mutant(VectorBounding bounding, boolean movesTenant, boolean movesUser) {
            this.bounding = bounding;
            this.movesTenant = movesTenant;
            this.movesUser = movesUser;
        }
    }
}
