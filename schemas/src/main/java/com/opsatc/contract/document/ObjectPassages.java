package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What a case view says wrongly of an edge, where events touch objects finer than the case (definitions 1.17).
 *
 * @param interleaved passages between events that share no such object though one of them touches one
 * @param interleavedShare of all passages, six decimals
 * @param objectType the finer type that has the edge most often in its own view; null where none has it
 * @param objectMeanUs the mean time of the edge there
 * @param flatteningError how far the case view's mean is from it, as a share of it; null where that is 0
 */
public record ObjectPassages(
        long interleaved,
        BigDecimal interleavedShare,
        String objectType,
        Long objectMeanUs,
        BigDecimal flatteningError) {
    public ObjectPassages {
        requireNonNull(interleavedShare, "interleavedShare");
        if (interleaved < 0) {
            throw new IllegalArgumentException("Invalid passages: a count is never negative");
        }
    }
}
