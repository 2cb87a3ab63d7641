package com.opsatc.contract;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An edge ranked by total recoverable time: the sum of what each gap exceeds the edge's own target by (definitions 1.7).
 *
 * @param measure {@code waiting} where at least half of the occurrences end with a recorded start, of which alone all figures
 *     are then; else {@code inter-completion}, of all occurrences: waiting cannot be told from work
 * @param targetUs p25 of the edge's own gaps unless the tenant declares a target
 * @param share of the recoverable time of all edges of the process, six decimals
 * @param nWithoutStart occurrences that are left out, since the start of their second activity is not recorded; null where
 *     none is
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
        String findingId,
        Long nWithoutStart) {
    public Bottleneck {
        requireNonNull(process, "process");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(measure, "measure");
        requireNonNull(share, "share");
    }

    /** A bottleneck that counts every occurrence of its edge. */
    public Bottleneck(
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
        this(
                process,
                rank,
                from,
                to,
                measure,
                n,
                cases,
                recoverableUs,
                targetUs,
                p50Us,
                p90Us,
                meanUs,
                share,
                interval,
                findingId,
                /* nWithoutStart= */ null);
    }

    /** The same, stated by a finding. */
    public Bottleneck statedBy(String finding, Interval of) {
        return new Bottleneck(
                process,
                rank,
                from,
                to,
                measure,
                n,
                cases,
                recoverableUs,
                targetUs,
                p50Us,
                p90Us,
                meanUs,
                share,
                of,
                finding,
                nWithoutStart);
    }
}
