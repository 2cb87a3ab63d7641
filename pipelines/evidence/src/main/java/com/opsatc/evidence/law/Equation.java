package com.opsatc.evidence.law;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * Two numbers that were come by in different ways and must be one.
 *
 * @param of the process, or of rows the source
 * @param leftWords what stands on the left, without a text of the system of record, since messages show it; so {@code rightWords}
 * @param left a count, or microseconds
 */
record Equation(String of, String leftWords, BigInteger left, String rightWords, BigInteger right) {
    Equation {
        requireNonNull(of, "of");
        requireNonNull(leftWords, "leftWords");
        requireNonNull(left, "left");
        requireNonNull(rightWords, "rightWords");
        requireNonNull(right, "right");
    }

    /** Of numbers that fit. */
    static Equation of(String of, String leftWords, long left, String rightWords, long right) {
        return new Equation(of, leftWords, BigInteger.valueOf(left), rightWords, BigInteger.valueOf(right));
    }

    boolean holds() {
        return left.equals(right);
    }

    /** Both sides with their numbers. */
    String text() {
        return leftWords + ", " + left + ", must be " + rightWords + ", " + right;
    }
}
