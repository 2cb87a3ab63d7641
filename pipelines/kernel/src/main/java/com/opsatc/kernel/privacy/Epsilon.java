package com.opsatc.kernel.privacy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * From a zCDP budget to epsilon at a delta, and back, by the best order alpha of Canonne, Kamath and Steinke, 2020,
 * proposition 12: {@code alpha rho + (ln(1/delta) + alpha ln(1 - 1/alpha) - ln(alpha - 1)) / (alpha - 1)}.
 *
 * <p>Every alpha above 1 gives a valid epsilon, so that a search that stops early can only give more than necessary.
 */
final class Epsilon {
    private static final int DECIMALS = 6;
    private static final long BUDGET_PARTS = 100_000_000;
    /** Far more than floating point loses at any budget in use, far less than the last decimal. */
    private static final BigDecimal SLACK = new BigDecimal("1e-9");

    private static final double GOLDEN = 0.6180339887498949;
    private static final int STEPS = 100;

    private Epsilon() {}

    static BigDecimal roundedUp(Rational rho, Rational delta) {
        if (rho.signum() == 0) {
            return BigDecimal.ZERO.setScale(DECIMALS);
        }

        double epsilon = best(real(rho), -StrictMath.log(real(delta)));
        return new BigDecimal(Math.max(0, epsilon)).add(SLACK).setScale(DECIMALS, RoundingMode.CEILING);
    }

    static Rational budget(Rational epsilon, Rational delta) {
        BigDecimal allowed = epsilon.decimal(DECIMALS, RoundingMode.FLOOR);
        long low = 0;
        long high = 1;
        while (within(high, delta, allowed)) {
            low = high;
            high = Math.multiplyExact(high, 2L);
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            boolean within = within(middle, delta, allowed);
            low = within ? middle : low;
            high = within ? high : middle;
        }
        return Rational.of(low, BUDGET_PARTS);
    }

    private static boolean within(long parts, Rational delta, BigDecimal allowed) {
        return roundedUp(Rational.of(parts, BUDGET_PARTS), delta).compareTo(allowed) <= 0;
    }

    /** Golden section over the logarithm of alpha - 1. */
    private static double best(double rho, double logInverseDelta) {
        double low = -25;
        double high = 45;
        double lowest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            double atLeft = at(StrictMath.exp(left), rho, logInverseDelta);
            double atRight = at(StrictMath.exp(right), rho, logInverseDelta);
            lowest = Math.min(lowest, Math.min(atLeft, atRight));
            low = atLeft < atRight ? low : left;
            high = atLeft < atRight ? right : high;
        }
        return lowest;
    }

    private static double at(double alphaLessOne, double rho, double logInverseDelta) {
        double alpha = alphaLessOne + 1;
        // ln(1 - 1/alpha), without the loss of digits that 1 - 1/alpha has for a large alpha.
        double logRatio = -StrictMath.log1p(1 / alphaLessOne);
        double fraction = logInverseDelta + alpha * logRatio - StrictMath.log(alphaLessOne);
        return alpha * rho + fraction / alphaLessOne;
    }

    private static double real(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128)
                .doubleValue();
    }
}
