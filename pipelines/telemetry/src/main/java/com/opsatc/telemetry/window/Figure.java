package com.opsatc.telemetry.window;

import com.opsatc.contract.telemetry.Precision;
import com.opsatc.kernel.privacy.Estimate;
import com.opsatc.kernel.privacy.LatencyQuantile;
import com.opsatc.kernel.privacy.NoisePrecision;
import com.opsatc.kernel.privacy.QuantileEstimate;
import java.math.BigDecimal;

/**
 * A value with its interval, or the absence of one.
 *
 * <p>A quantile above the last latency bound has no value. An upper end above it is written as that bound, which understates
 * it; such a figure is never more than {@link Precision#LOW_PRECISION}.
 */
record Figure(BigDecimal value, BigDecimal low, BigDecimal high, Precision precision) {
    static final Figure SUPPRESSED = new Figure(null, null, null, Precision.SUPPRESSED);
    static final Figure UNKNOWN = new Figure(null, null, null, Precision.LOW_PRECISION);

    static Figure of(Estimate estimate) {
        return new Figure(estimate.value(), estimate.low(), estimate.high(), precision(estimate.precision()));
    }

    static Figure of(QuantileEstimate estimate) {
        if (estimate.value().place() != LatencyQuantile.Place.WITHIN) {
            return UNKNOWN;
        }

        return new Figure(
                micros(estimate.value()),
                micros(estimate.low()),
                micros(estimate.high()),
                estimate.high().place() == LatencyQuantile.Place.WITHIN
                        ? precision(estimate.precision())
                        : Precision.LOW_PRECISION);
    }

    private static BigDecimal micros(LatencyQuantile quantile) {
        return BigDecimal.valueOf(quantile.us()).setScale(6);
    }

    private static Precision precision(NoisePrecision precision) {
        return precision == NoisePrecision.OK ? Precision.OK : Precision.LOW_PRECISION;
    }
}
