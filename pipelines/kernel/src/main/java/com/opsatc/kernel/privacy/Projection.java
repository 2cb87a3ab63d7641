package com.opsatc.kernel.privacy;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * Bounds what one user and one tenant can add to a sum, on integers: counts become units, and a vector that is too long is
 * scaled back to the ball of a given radius.
 *
 * <p>The guarantee, for non-negative vectors of {@code d} cells: a clipped vector is at most {@code radius} long, so adding
 * or removing a tenant changes a sum of clipped tenants by at most {@link #UNIT_SCALE}. Scaling back to a ball brings no two
 * vectors further apart, so adding or removing one clipped user inside a tenant changes the clipped tenant by at most the
 * user's radius, and {@link #userSensitivity} with all rounding. Its limit: a user who is exchanged for another one is
 * removed and added, which is up to the square root of 2 times as much, the vectors being non-negative.
 */
public final class Projection {
    /** Units that stand for weight 1. */
    public static final long UNIT_SCALE = 1 << 16;
    /** A larger count is refused: it is no count of a day. */
    public static final long MAX_COUNT = 1L << 40;

    private static final BigInteger SCALE = BigInteger.valueOf(UNIT_SCALE);

    private Projection() {}

    /**
     * A count in units, {@code count * 65536 / scale}, rounded down.
     *
     * @param scale the public count that stands for weight 1, at least 1; for errors the clip times the scale of operations
     * @throws IllegalArgumentException if the count is negative or above 2^40, or the scale below 1
     */
    public static long units(long count, Rational scale) {
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException("Cannot weigh a count: it is not within 0 and 2^40; refuse the record");
        }

        if (scale.compareTo(Rational.ONE) < 0) {
            throw new IllegalArgumentException("Invalid scale " + scale + ": expected a count of 1 or more");
        }

        return BigInteger.valueOf(count)
                .multiply(SCALE)
                .multiply(scale.denominator())
                .divide(scale.numerator())
                .longValueExact();
    }

    /** The radius in units of a weight above 0 and up to 1, rounded down, e.g. 6553 of {@code 1/10}. */
    public static long radius(Rational weight) {
        requireNonNull(weight, "weight");
        long radius = weight.times(UNIT_SCALE).floor().longValueExact();
        if (radius < 1 || radius > UNIT_SCALE) {
            throw new IllegalArgumentException(
                    "Invalid weight " + weight + ": expected at least one unit and at most 1");
        }

        return radius;
    }

    /**
     * The vector itself if it is at most {@code radius} long, else scaled back along its direction, each cell rounded down.
     *
     * <pre>
     *   radius 10:  [6, 8] -> [6, 8]    [30, 40] -> [6, 8]    [7, 8] -> 70/11, 80/11 -> [6, 7]
     * </pre>
     *
     * @param vector cells of at least 0, in units; left as it is
     * @return a new vector; its cells are not negative and its L2 norm is at most {@code radius}
     * @throws IllegalArgumentException if a cell is negative or the radius below 1
     */
    public static long[] clip(long[] vector, long radius) {
        if (radius < 1) {
            throw new IllegalArgumentException("Invalid radius " + radius + ": expected at least one unit");
        }

        BigInteger squares = sumOfSquares(vector);
        BigInteger limit = BigInteger.valueOf(radius);
        if (squares.compareTo(limit.multiply(limit)) <= 0) {
            return vector.clone();
        }

        BigInteger norm = ceilingOfRoot(squares);
        long[] clipped = new long[vector.length];
        for (int cell = 0; cell < vector.length; cell++) {
            clipped[cell] = BigInteger.valueOf(vector[cell])
                    .multiply(limit)
                    .divide(norm)
                    .longValueExact();
        }
        return clipped;
    }

    /**
     * The largest L2 change of a clipped tenant's vector by adding or removing one user, in units: the radius, and the
     * rounding of {@link #clip}.
     *
     * <p>A clipped vector lies below the unrounded one by less than 1 in each cell, and by less than 1 in length for the
     * rounded norm. Two such errors have the same sign, so that their difference is shorter than the square root of d plus
     * that of 2.
     *
     * @param radius the user's radius, see {@link #radius}
     * @param dimensions cells of the vector, at least 1
     */
    public static long userSensitivity(long radius, int dimensions) {
        if (radius < 1 || dimensions < 1) {
            throw new IllegalArgumentException("Invalid vectors: expected a radius of at least one unit and a cell");
        }

        long rounding = ceilingOfRoot(BigInteger.valueOf(dimensions)).longValueExact();
        return Math.addExact(radius, rounding + 2);
    }

    private static BigInteger sumOfSquares(long[] vector) {
        BigInteger sum = BigInteger.ZERO;
        for (long cell : vector) {
            if (cell < 0) {
                throw new IllegalArgumentException("Cannot clip a vector: a cell is negative; refuse its records");
            }

            BigInteger value = BigInteger.valueOf(cell);
            sum = sum.add(value.multiply(value));
        }
        return sum;
    }

    private static BigInteger ceilingOfRoot(BigInteger square) {
        BigInteger[] root = square.sqrtAndRemainder();
        return root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
    }
}
