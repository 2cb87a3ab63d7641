package com.opsatc.kernel.privacy;

import java.util.List;

/** How a tenant's vector is made from its users' counts; the mutants of it are what the proofs must reject. */
@FunctionalInterface
interface VectorBounding {
    /** The user's radius, weight 1/10. */
    long USER_RADIUS = Projection.radius(Rational.of(1, 10));

    /** As released: each user to a tenth of the ball, the tenant to the ball. */
    VectorBounding RELEASED = users -> bound(users, USER_RADIUS, Projection.UNIT_SCALE);

    VectorBounding NO_USER_CLIP = users -> bound(users, Long.MAX_VALUE, Projection.UNIT_SCALE);
    VectorBounding NO_TENANT_CLIP = users -> bound(users, USER_RADIUS, Long.MAX_VALUE);
    VectorBounding NO_CLIP = users -> bound(users, Long.MAX_VALUE, Long.MAX_VALUE);
    VectorBounding DOUBLE_USER_CLIP = users -> bound(users, 2 * USER_RADIUS, Projection.UNIT_SCALE);
    VectorBounding DOUBLE_TENANT_CLIP = users -> bound(users, USER_RADIUS, 2 * Projection.UNIT_SCALE);

    /** The tenant's vector in units; all users have the same number of cells, and there is at least one. */
    long[] tenant(List<long[]> users);

    private static long[] bound(List<long[]> users, long userRadius, long tenantRadius) {
        long[] sum = new long[users.get(0).length];
        for (long[] user : users) {
            long[] clipped = Projection.clip(user, userRadius);
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] = Math.addExact(sum[cell], clipped[cell]);
            }
        }
        return Projection.clip(sum, tenantRadius);
    }
}
