package com.opsatc.kernel.privacy;

import java.util.function.DoubleUnaryOperator;

/** Distribution functions that the proofs judge by. */
final class Tails {
    private Tails() {}

    static double normal(double x) {
        double central = MembershipBound.centralMass(Math.abs(x));
        return x < 0 ? (1 - central) / 2 : (1 + central) / 2;
    }

    static double normalQuantile(double p) {
        return root(x -> normal(x) - p, -9, 9);
    }

    /** P(X >= x) of a chi-square variable: the regularised incomplete gamma function, by its series or its fraction. */
    static double chiSquare(double x, int degrees) {
        double a = degrees / 2.0;
        double half = x / 2;
        double front = Math.exp(a * Math.log(half) - half - logGamma(a));
        if (half < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; term > 1e-16 * sum; n++) {
                term *= half / (a + n);
                sum += term;
            }
            return 1 - sum * front;
        }

        double b = half + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double fraction = d;
        for (int n = 1; n < 10_000; n++) {
            double an = -n * (n - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            fraction *= c * d;
        }
        return front * fraction;
    }

    /** Clopper and Pearson, 1934: the smallest probability under which k or more of n have probability {@code alpha}. */
    static double lowerProbability(long k, long n, double alpha) {
        return k == 0 ? 0 : root(p -> betaShare(k, n - k + 1.0, p) - alpha, 0, 1);
    }

    static double upperProbability(long k, long n, double alpha) {
        return 1 - lowerProbability(n - k, n, alpha);
    }

    /** The regularised incomplete beta function, which is P(X >= a) of a binomial variable of a + b - 1 trials. */
    private static double betaShare(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }

        if (x > (a + 1) / (a + b + 2)) {
            return 1 - betaShare(b, a, 1 - x);
        }

        double front = Math.exp(
                a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a));
        return front * betaFraction(a, b, x);
    }

    private static double betaFraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / (1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < 5_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            fraction *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                return fraction;
            }
        }
        return fraction;
    }

    /** Stirling's series after shifting the argument above 30. */
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 30) {
            shift += Math.log(z);
            z++;
        }
        double z2 = z * z;
        double series = 1 / (12 * z) - 1 / (360 * z * z2) + 1 / (1260 * z * z2 * z2) - 1 / (1680 * z * z2 * z2 * z2);
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }

    /** Where an increasing function crosses 0. */
    private static double root(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            boolean below = function.applyAsDouble(middle) < 0;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return (low + high) / 2;
    }
}
