package com.opsatc.kernel.statistics;

import java.math.BigInteger;

/** How many observations, their sum, and the sum of their squares. */
record Moments(long n, long sum, long sumOfSquares) {
    Moments plus(Moments other) {
        return new Moments(
                Math.addExact(n, other.n),
                Math.addExact(sum, other.sum),
                Math.addExact(sumOfSquares, other.sumOfSquares));
    }

    /** What is left of these without a part of them. */
    Moments minus(Moments part) {
        return new Moments(n - part.n, sum - part.sum, sumOfSquares - part.sumOfSquares);
    }

    double mean() {
        return (double) sum / n;
    }

    /** The sum of the squared deviations from the mean: exact before the one division, so nothing cancels. */
    double squaredDeviations() {
        BigInteger scaled = BigInteger.valueOf(sumOfSquares)
                .multiply(BigInteger.valueOf(n))
                .subtract(BigInteger.valueOf(sum).pow(2));
        return scaled.doubleValue() / n;
    }
}
