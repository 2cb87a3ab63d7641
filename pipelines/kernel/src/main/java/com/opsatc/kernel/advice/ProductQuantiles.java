package com.opsatc.kernel.advice;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Quantiles of a product of three estimates that are independent of each other, without a random number: each estimate has its
 * three points with the weights 3, 4 and 3 of 10 (Swanson's rule; Keefer and Bodily, Management Science 29, 1983), which makes 27
 * products. A quantile is the least product that so much weight does not exceed; of one estimate, the others being certain,
 * P10, P50 and P90 are its own points.
 *
 * <pre>
 *   (1, 2, 4) x (10, 10, 10) x (1, 1, 1) / 1   P10 10, P50 20, P90 40
 *   (1, 2, 4) x (10, 20, 40) x (1, 1, 1) / 1   weights: 10: 9, 20: 24, 40: 34, 80: 24, 160: 9 of 100;
 *                                              P10 20, P50 40, P90 80
 * </pre>
 */
public final class ProductQuantiles {
    private static final int[] WEIGHTS = {3, 4, 3};

    private final List<Weighted> products = new ArrayList<>();
    private final BigInteger divisor;

    private record Weighted(BigInteger product, int weight) {}

    private ProductQuantiles(BigInteger divisor) {
        this.divisor = divisor;
    }

    /**
     * @param divisor what every product is divided by, at least 1
     * @throws IllegalArgumentException if the divisor is less
     */
    public static ProductQuantiles of(ThreePoints one, ThreePoints two, ThreePoints three, long divisor) {
        if (divisor < 1) {
            throw new IllegalArgumentException("Invalid product: it is divided by something positive");
        }

        ProductQuantiles quantiles = new ProductQuantiles(BigInteger.valueOf(divisor));
        for (int i = 0; i < WEIGHTS.length; i++) {
            for (int j = 0; j < WEIGHTS.length; j++) {
                for (int k = 0; k < WEIGHTS.length; k++) {
                    BigInteger product = BigInteger.valueOf(one.points()[i])
                            .multiply(BigInteger.valueOf(two.points()[j]))
                            .multiply(BigInteger.valueOf(three.points()[k]));
                    quantiles.products.add(new Weighted(product, WEIGHTS[i] * WEIGHTS[j] * WEIGHTS[k]));
                }
            }
        }
        quantiles.products.sort(Comparator.comparing(Weighted::product));
        return quantiles;
    }

    /**
     * The least product that {@code tenths} tenths of the weight do not exceed, rounded down.
     *
     * @param tenths 1 to 9
     * @throws ArithmeticException if it does not fit a long
     */
    public long quantile(int tenths) {
        int reached = 0;
        for (Weighted each : products) {
            reached += each.weight();
            if (reached >= tenths * 100) {
                return each.product().divide(divisor).longValueExact();
            }
        }

        throw new IllegalArgumentException("Invalid quantile: there are nine tenths to ask for");
    }
}
