package com.opsatc.kernel.privacy;

import java.util.function.IntToDoubleFunction;

/** The closed forms of the two distributions, summed until nothing is left to add in double precision. */
final class Pmf {
    private final double[] halves;

    private Pmf(IntToDoubleFunction weight, int last) {
        halves = new double[last + 1];
        double sum = 0;
        for (int x = last; x > 0; x--) {
            sum += 2 * weight.applyAsDouble(x);
        }
        sum += weight.applyAsDouble(0);
        for (int x = 0; x <= last; x++) {
            halves[x] = weight.applyAsDouble(x) / sum;
        }
    }

    /** Probability proportional to {@code exp(-|x| s/t)}. */
    static Pmf laplace(double s, double t) {
        return new Pmf(x -> Math.exp(-x * s / t), (int) (60 * t / s) + 2);
    }

    /** Probability proportional to {@code exp(-x^2 / 2 variance)}. */
    static Pmf gaussian(double variance) {
        return new Pmf(x -> Math.exp(-0.5 * x * x / variance), (int) (12 * Math.sqrt(variance)) + 4);
    }

    double at(long x) {
        return Math.abs(x) < halves.length ? halves[(int) Math.abs(x)] : 0;
    }

    int last() {
        return halves.length - 1;
    }

    double variance() {
        return moment(2);
    }

    double fourthMoment() {
        return moment(4);
    }

    double meanSize() {
        return moment(1);
    }

    private double moment(int power) {
        double sum = 0;
        for (int x = halves.length - 1; x > 0; x--) {
            sum += 2 * halves[x] * Math.pow(x, power);
        }
        return sum;
    }
}
