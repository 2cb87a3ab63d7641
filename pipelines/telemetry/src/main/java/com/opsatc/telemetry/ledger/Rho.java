package com.opsatc.telemetry.ledger;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * An amount of privacy budget in zero-concentrated differential privacy: an exact fraction in lowest terms, never negative.
 *
 * <p>Amounts add up over releases (Bun and Steinke 2016, Lemma 1.7), so that a sum of them is itself an amount. {@link
 * IllegalArgumentException} for a negative numerator, or a denominator that is not positive.
 */
public record Rho(BigInteger numerator, BigInteger denominator) implements Comparable<Rho> {
    /** Nothing charged. */
    public static final Rho ZERO = of(0, 1);

    public Rho {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("Invalid rho: expected a numerator from 0 and a denominator from 1");
        }

        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /** A fraction of small numbers. */
    public static Rho of(long numerator, long denominator) {
        return new Rho(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact sum. */
    public Rho plus(Rho other) {
        return new Rho(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** By value, exactly. */
    @Override
    public int compareTo(Rho other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Numerator, slash, denominator. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
