package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact fraction in lowest terms with a positive denominator: {@code 2/4} and {@code 1/2} are the same value.
 *
 * <p>Budgets, shares and variances are written with it, so that no rounding is on the way to the noise.
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,100}/[0-9]{1,100}");

    public Rational {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("Invalid fraction: the denominator is 0; write n/d with d at least 1");
        }

        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Rational of(long whole) {
        return of(whole, 1);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads {@code n/d} in decimal digits, e.g. {@code 288/100000}, which is {@code 9/3125}.
     *
     * @throws IllegalArgumentException if the text is anything else: no spaces, points or signs but a leading minus
     */
    public static Rational parse(String text) {
        requireNonNull(text, "text");
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Invalid fraction " + text + ": expected n/d in decimal digits, e.g. 288/100000");
        }

        int slash = text.indexOf('/');
        return new Rational(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    public Rational plus(Rational other) {
        BigInteger sum = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
        return new Rational(sum, denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(long factor) {
        return times(of(factor));
    }

    /** The quotient; a divisor of 0 is refused as a denominator of 0. */
    public Rational dividedBy(Rational divisor) {
        return new Rational(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** -1, 0 or 1, as the value is below, at or above 0. */
    public int signum() {
        return numerator.signum();
    }

    /** The largest integer that is not above the value. */
    public BigInteger floor() {
        BigInteger[] quotient = numerator.divideAndRemainder(denominator);
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /** The smallest integer that is not below the value. */
    public BigInteger ceiling() {
        return new Rational(numerator.negate(), denominator).floor().negate();
    }

    /** The value with {@code scale} decimals. */
    public BigDecimal decimal(int scale, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, rounding);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The form that {@link #parse} reads, in lowest terms. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
