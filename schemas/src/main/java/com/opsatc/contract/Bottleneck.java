package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An edge ranked by total recoverable time: the sum of what each gap exceeds the edge's own target by (definitions 1.7).
 *
 * @param measure {@code waiting} where start instants are recorded, else {@code inter-completion}: with completions only,
 *     waiting cannot be told from work
 * @param targetUs p25 of the edge's own gaps unless the tenant declares a target
 * @param share of the recoverable time of all edges of the process, six decimals
 * @param findingId the finding that states it with its evidence; null beyond the top of the ranking
 */
public record Bottleneck(
        String process,
        int rank,
        String from,
        String to,
        String measure,
        long n,
        long cases,
        long recoverableUs,
        long targetUs,
        long p50Us,
        long p90Us,
        long meanUs,
        BigDecimal share,
        Interval interval,
        String findingId) {
    public Bottleneck {
        requireNonNull(process, "process");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(measure, "measure");
        requireNonNull(share, "share");
    }
}
