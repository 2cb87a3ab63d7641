package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How well an attacker who knows everything but whether one tenant is in the data can tell: true less false positive rate.
 *
 * <p>The best test between a Gaussian and the same one moved by its sensitivity gains {@code 2 Phi(sqrt(2 rho) / 2) - 1},
 * whatever the number of days and cells that rho is spent on. The discrete Gaussian differs from it by a share of order
 * 1/variance, at the variances of releases below the last decimal. Source: Neyman and Pearson, 1933; Dong, Roth and Su,
 * Gaussian differential privacy, 2019.
 *
 * <pre>
 *   rho 9/3125 (a day at an annual epsilon of 8)  ->  0.030271,   1052/1000 (a year)  ->  0.531707
 * </pre>
 */
public final class MembershipBound {
    private static final int DECIMALS = 6;
    private static final double NEGLIGIBLE = 1e-17;

    private MembershipBound() {}

    /** The largest advantage, with six decimals, rounded up: 0 for a budget of 0, at most 1. */
    public static BigDecimal advantage(Rational rho) {
        requireNonNull(rho, "rho");
        if (rho.signum() < 0) {
            throw new IllegalArgumentException("Invalid budget " + rho + ": expected at least 0");
        }

        double x = StrictMath.sqrt(rho.decimal(30, RoundingMode.UP).doubleValue() / 2);
        return new BigDecimal(Math.min(1, centralMass(x))).setScale(DECIMALS, RoundingMode.CEILING);
    }

    /** The mass of the standard normal distribution within x to both sides, by its series, whose terms are all positive. */
    static double centralMass(double x) {
        if (x > 9) {
            return 1;
        }

        double term = x;
        double sum = 0;
        for (int k = 1; term > NEGLIGIBLE * sum; k++) {
            sum += term;
            term *= x * x / (2 * k + 1);
        }
        return 2 * sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI);
    }
}
