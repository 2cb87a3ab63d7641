package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.figure.Interval;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;

/**
 * An edge ranked by its total time beyond its target: the sum of what each gap exceeds it by (definitions 1.7). That this time
 * could be recovered may be said only where the target is a declared one.
 *
 * @param measure {@code WAITING} where at least half of the occurrences end with a recorded start, of which alone all figures
 *     are then; else {@code INTER_COMPLETION}, of all occurrences: waiting cannot be told from work
 * @param recoverableUs the time beyond the target
 * @param targetUs p25 of the edge's own gaps unless a target is declared
 * @param share of the recoverable time of all edges of the process, six decimals
 * @param nWithoutStart occurrences that are left out, since the start of their second activity is not recorded; null where
 *     none is
 * @param findingId the finding that states it with its evidence; null beyond the top of the ranking
 * @param concentration part of the time beyond the target that the tenth of its cases with the most of it has, six decimals; null
 *     beyond the top of the ranking, as the trend is
 * @param trend where the weekly median is going: of its time, or of that beyond a declared target
 * @param targetDeclared true where the target is declared; null where it is the fastest quarter of the edge's own gaps
 */
@RecordBuilder
public record Bottleneck(
        String process,
        int rank,
        String from,
        String to,
        GapMeasure measure,
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
        Long nWithoutStart,
        Boolean targetDeclared,
        BigDecimal concentration,
        Trend trend) {
    public Bottleneck {
        requireNonNull(process, "process");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(measure, "measure");
        requireNonNull(share, "share");
    }

    /** The same, stated by a finding, which says more of it. */
    public Bottleneck statedBy(Finding finding) {
        return BottleneckBuilder.builder(this)
                .findingId(finding.id())
                .interval(finding.interval())
                .concentration(finding.facts().get(FigureName.CONCENTRATION))
                .trend(finding.trend())
                .build();
    }

    /** Whether its target is a declared one. */
    public boolean againstDeclaredTarget() {
        return Boolean.TRUE.equals(targetDeclared);
    }
}
