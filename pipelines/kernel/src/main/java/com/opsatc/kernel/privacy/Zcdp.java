package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Zero-concentrated differential privacy: the budget {@code rho} of releases, which adds up over blocks and days, the noise
 * that it pays for, and the (epsilon, delta) that it stands for.
 *
 * <p>Sources: Bun and Steinke, 2016 (sums of rho); Canonne, Kamath and Steinke, 2020, theorem 14 (variance) and proposition
 * 12 (epsilon). Variances and budgets are exact; epsilon is a report, always rounded to the unfavourable side.
 */
public final class Zcdp {
    private static final BigInteger UNITS_SQUARED =
            BigInteger.valueOf(Projection.UNIT_SCALE).pow(2);

    private Zcdp() {}

    /**
     * The variance, in units squared, of the noise of each cell of a block with budget {@code rho} a day:
     * {@code 65536^2 / (2 rho)}, rounded up to a whole number.
     *
     * @throws IllegalArgumentException if the budget is not above 0
     */
    public static BigInteger sigmaSquared(Rational rho) {
        requireSpent(rho);
        return new Rational(UNITS_SQUARED, BigInteger.TWO).dividedBy(rho).ceiling();
    }

    /** The budget that noise of this variance spends on a tenant, whose vector is at most 65536 units long. */
    public static Rational rho(BigInteger sigmaSquared) {
        return new Rational(UNITS_SQUARED, sigmaSquared.shiftLeft(1));
    }

    /**
     * The budget that a release with {@code rho} for tenants spends on one user: smaller by the square of the sensitivities'
     * ratio.
     *
     * @param userSensitivity in units, of {@link Projection#userSensitivity}
     */
    public static Rational userRho(Rational rho, long userSensitivity) {
        Rational ratio = Rational.of(userSensitivity, Projection.UNIT_SCALE);
        return rho.times(ratio).times(ratio);
    }

    /** The sum of what releases of the same data spend, in any order; 0 for none. */
    public static Rational composed(Iterable<Rational> budgets) {
        Rational sum = Rational.ZERO;
        for (Rational rho : budgets) {
            sum = sum.plus(rho);
        }
        return sum;
    }

    /**
     * The epsilon that a total budget stands for at a delta, with six decimals, rounded up; 0 for a budget of 0.
     *
     * @param rho at least 0
     * @param delta above 0 and below 1
     */
    public static BigDecimal epsilon(Rational rho, Rational delta) {
        requireNonNull(rho, "rho");
        if (rho.signum() < 0) {
            throw new IllegalArgumentException("Invalid budget " + rho + ": expected at least 0");
        }

        return Epsilon.roundedUp(rho, requireProbability(delta));
    }

    /**
     * The largest budget, in hundred-millionths, whose epsilon at {@code delta} is not above {@code epsilon}.
     *
     * @param epsilon above 0 and at most 1000
     * @param delta above 0 and below 1
     */
    public static Rational rho(Rational epsilon, Rational delta) {
        requireNonNull(epsilon, "epsilon");
        if (epsilon.signum() <= 0 || epsilon.compareTo(Rational.of(1000)) > 0) {
            throw new IllegalArgumentException("Invalid epsilon " + epsilon + ": expected more than 0, at most 1000");
        }

        return Epsilon.budget(epsilon, requireProbability(delta));
    }

    private static void requireSpent(Rational rho) {
        requireNonNull(rho, "rho");
        if (rho.signum() <= 0) {
            throw new IllegalArgumentException("Invalid budget " + rho + ": expected more than 0");
        }
    }

    private static Rational requireProbability(Rational delta) {
        requireNonNull(delta, "delta");
        if (delta.signum() <= 0 || delta.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException("Invalid delta " + delta + ": expected more than 0 and less than 1");
        }

        return delta;
    }
}
