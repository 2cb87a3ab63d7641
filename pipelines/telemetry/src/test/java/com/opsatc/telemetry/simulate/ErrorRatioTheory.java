package com.opsatc.telemetry.simulate;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;

/**
 * What the error ratio of {@link SimulatedTenant}'s fleet must be off by, from the mechanism and the distributions alone: a bias,
 * because a tenant-day beyond weight 1 is scaled back the further the more of it failed, and Gaussian noise.
 *
 * <p>A tenant of volume x (in scales) and error rate r weighs min(1, x) in truth. Its vector of errors is x (r / c, 1, u r), for
 * clip c and u operations of a user with a failed one, so that it weighs x / max(1, x sqrt(1 + (r / c)^2 + (u r)^2)) in the release. Volume is
 * lognormal, the rate gamma with shape 2; both integrals are midpoint sums.
 */
final class ErrorRatioTheory {
    private static final double CLIP = 0.05;
    private static final double HALF_MEAN_RATE = 0.005;
    /** Of a day's volume: sigma 1 between tenants, 0.1 between days. */
    private static final double VOLUME_SIGMA = Math.sqrt(1.01);

    private static final double PERCENT = 100;

    private final double operationsOfFailing;
    private double trueWeight;
    private double trueErrors;
    private double releasedWeight;
    private double releasedErrors;
    private double variance;

    /** @param operationsOfFailing of the users with a failed one, on average */
    ErrorRatioTheory(double operationsOfFailing) {
        this.operationsOfFailing = operationsOfFailing;
        integrate((x, r, density) -> {
            trueWeight += density * trueWeight(x);
            trueErrors += density * trueWeight(x) * r;
            releasedWeight += density * releasedWeight(x, r);
            releasedErrors += density * releasedWeight(x, r) * r;
        });
        // The bias of a fleet is a mean over its tenants of these, to the first order.
        integrate((x, r, density) -> {
            double one = releasedWeight(x, r) * (r - releasedErrors / releasedWeight) / releasedWeight
                    - trueWeight(x) * (r - trueErrors / trueWeight) / trueWeight;
            variance += density * one * one;
        });
    }

    @FunctionalInterface
    private interface Tenant {
        void add(double volume, double rate, double density);
    }

    /** Of a fleet without end, in percentage points; negative. */
    double bias() {
        return PERCENT * (releasedErrors / releasedWeight - trueErrors / trueWeight);
    }

    /** The standard error of the bias of a fleet of so many tenants, in percentage points. */
    double biasError(int tenants) {
        return PERCENT * Math.sqrt(variance / tenants);
    }

    /** The standard deviation of the noise over a window, in percentage points. */
    double noise(Manifest manifest, int tenants, int days) {
        Block errors = manifest.block(BlockKind.ERRORS).orElseThrow();
        double daily = Math.sqrt(Zcdp.sigmaSquared(errors.rho()).doubleValue()) / Projection.UNIT_SCALE;
        double ratio = releasedErrors / releasedWeight;
        return PERCENT * Math.hypot(CLIP, ratio) * daily / Math.sqrt(days) / (tenants * releasedWeight);
    }

    /** The chance that a figure with this bias and noise is off by at most so much: the normal density, summed. */
    static double within(double most, double bias, double noise) {
        double from = (-most - bias) / noise;
        double step = (2 * most / noise) / 10_000;
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double z = from + (i + 0.5) * step;
            sum += Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * step;
        }
        return sum;
    }

    private static double trueWeight(double volume) {
        return Math.min(1, volume);
    }

    private double releasedWeight(double volume, double rate) {
        double clipped = rate / CLIP;
        double over = operationsOfFailing * rate;
        return volume / Math.max(1, volume * Math.sqrt(1 + clipped * clipped + over * over));
    }

    private static void integrate(Tenant tenant) {
        double volumeStep = 0.02;
        double rateStep = 0.0002;
        for (double z = -6 + volumeStep / 2; z < 6; z += volumeStep) {
            double volumeDensity = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * volumeStep;
            for (double r = rateStep / 2; r < 0.2; r += rateStep) {
                double rateDensity = r * Math.exp(-r / HALF_MEAN_RATE) / (HALF_MEAN_RATE * HALF_MEAN_RATE) * rateStep;
                tenant.add(Math.exp(VOLUME_SIGMA * z), r, volumeDensity * rateDensity);
            }
        }
    }
}
