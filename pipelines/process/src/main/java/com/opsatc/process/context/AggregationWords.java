package com.opsatc.process.context;

import com.opsatc.contract.figure.Aggregation;

/** How an aggregation is called in a sentence. */
final class AggregationWords {
    private AggregationWords() {}

    static String of(Aggregation aggregation) {
        return switch (aggregation) {
            case SHARE -> "share";
            case MEDIAN -> "median";
            case MEAN -> "mean";
            case P90 -> "ninetieth percentile";
            case COUNT -> "count";
            case SUM -> "sum";
            case SUM_ABOVE_P25 -> "sum beyond the first quartile";
        };
    }
}
