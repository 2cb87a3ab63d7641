package com.opsatc.process.bottleneck;

import com.opsatc.contract.Bottleneck;
import com.opsatc.kernel.mining.EdgeStats;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks a process's edges by total recoverable time: the sum over occurrences of what the gap exceeds the edge's own 25th
 * percentile by (definitions 1.7). Total, not mean: a mean favours rare edges.
 *
 * <p>Edges with nothing to recover are not listed. Ties rank by more occurrences, then by name. An edge between a
 * transition and the next of the same activity is work in progress as much as waiting, which the measure's name admits
 * wherever starts are not recorded.
 */
public final class Bottlenecks {
    public static final String WAITING = "waiting";
    public static final String INTER_COMPLETION = "inter-completion";

    private static final int LISTED = 50;

    private Bottlenecks() {}

    /** @param startsRecorded whether events carry a start as well as a completion */
    public static List<Bottleneck> rank(MinedProcess process, boolean startsRecorded) {
        List<Candidate> candidates = new ArrayList<>();
        BigInteger all = BigInteger.ZERO;
        for (EdgeStats edge : process.mined().edges()) {
            EdgeStats.Recoverable recoverable = edge.recoverable();
            all = all.add(BigInteger.valueOf(recoverable.sumUs()));
            if (recoverable.sumUs() > 0) {
                candidates.add(new Candidate(process.name(edge.from()), process.name(edge.to()), edge, recoverable));
            }
        }

        candidates.sort(Comparator.comparingLong(
                        (Candidate c) -> c.recoverable().sumUs())
                .reversed()
                .thenComparing(
                        Comparator.comparingLong((Candidate c) -> c.edge().n()).reversed())
                .thenComparing(Candidate::from)
                .thenComparing(Candidate::to));
        List<Bottleneck> ranked = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(LISTED, candidates.size()))) {
            ranked.add(bottleneck(process.process(), ranked.size() + 1, candidate, all, startsRecorded));
        }

        return ranked;
    }

    private static Bottleneck bottleneck(
            String process, int rank, Candidate candidate, BigInteger all, boolean startsRecorded) {
        EdgeStats edge = candidate.edge();
        EdgeStats.Recoverable recoverable = candidate.recoverable();
        return new Bottleneck(
                process,
                rank,
                candidate.from(),
                candidate.to(),
                startsRecorded ? WAITING : INTER_COMPLETION,
                edge.n(),
                edge.cases(),
                recoverable.sumUs(),
                recoverable.targetUs(),
                edge.quantileUs(1, 2),
                edge.quantileUs(9, 10),
                edge.meanUs(),
                Rounded.share(BigInteger.valueOf(recoverable.sumUs()), all),
                null,
                null);
    }

    private record Candidate(String from, String to, EdgeStats edge, EdgeStats.Recoverable recoverable) {}
}
