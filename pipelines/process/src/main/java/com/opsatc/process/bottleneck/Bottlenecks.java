package com.opsatc.process.bottleneck;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.BottleneckBuilder;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.kernel.figure.EdgeStats;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks a process's edges by total time beyond their target: the sum over occurrences of what the gap exceeds it by, which is
 * a declared one, else the edge's own 25th percentile (definitions 1.7). Total, not mean: a mean favours rare edges.
 *
 * <p>Edges with nothing beyond their target are not listed, nor is what is declared out of scope, nor an edge more than half of
 * whose passages join events of different objects (definitions 1.17). Ties rank by more occurrences, then by name. A gap is
 * called waiting only where it ends with a recorded start: else it holds work as well, which the measure's name admits.
 */
public final class Bottlenecks {
    private static final int LISTED = 50;

    private Bottlenecks() {}

    /** Ranks a process for which nothing is declared. */
    public static List<Bottleneck> rank(MinedProcess process) {
        return rank(process, DeclaredWaits.NONE, List.of());
    }

    /**
     * The ranking without steps against a declared order: one from the later of two milestones to the earlier, as many of whose
     * cases as half break that order, takes its time from dates that cannot be.
     *
     * @param orders how many cases of the process break each declared order
     */
    public static List<Bottleneck> rank(MinedProcess process, DeclaredWaits waits, List<OrderCheck> orders) {
        List<Candidate> candidates = new ArrayList<>();
        BigInteger all = BigInteger.ZERO;
        for (TimedEdge step : process.steps()) {
            if (!waits.inScope(step)
                    || process.objects().isInterleaved(step.from(), step.to())
                    || orders.stream().anyMatch(order -> isAgainst(step, order))) {
                continue;
            }

            Optional<Long> target = waits.targetUs(step);
            EdgeStats.Recoverable recoverable = target.map(us -> step.passages().recoverable(us))
                    .orElseGet(() -> step.passages().recoverable());
            all = all.add(BigInteger.valueOf(recoverable.sumUs()));
            if (recoverable.sumUs() > 0) {
                candidates.add(new Candidate(step, recoverable, target.isPresent()));
            }
        }

        candidates.sort(
                Comparator.comparingLong((Candidate c) -> c.recoverable().sumUs())
                        .reversed()
                        .thenComparing(Comparator.comparingLong(
                                        (Candidate c) -> c.step().passages().n())
                                .reversed())
                        .thenComparing((Candidate c) -> c.step().from())
                        .thenComparing(c -> c.step().to()));
        List<Bottleneck> ranked = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(LISTED, candidates.size()))) {
            ranked.add(bottleneck(process.process(), ranked.size() + 1, candidate, all));
        }

        return ranked;
    }

    private static boolean isAgainst(TimedEdge step, OrderCheck order) {
        return step.from().equals(order.later())
                && step.to().equals(order.earlier())
                && order.n() > 0
                && 2 * order.n() >= step.passages().cases();
    }

    private static Bottleneck bottleneck(String process, int rank, Candidate candidate, BigInteger all) {
        TimedEdge step = candidate.step();
        EdgeStats edge = step.passages();
        EdgeStats.Recoverable recoverable = candidate.recoverable();
        return BottleneckBuilder.builder()
                .process(process)
                .rank(rank)
                .from(step.from())
                .to(step.to())
                .measure(step.measure())
                .n(edge.n())
                .cases(edge.cases())
                .recoverableUs(recoverable.sumUs())
                .targetUs(recoverable.targetUs())
                .p50Us(edge.quantileUs(1, 2))
                .p90Us(edge.quantileUs(9, 10))
                .meanUs(edge.meanUs())
                .share(Rounded.share(BigInteger.valueOf(recoverable.sumUs()), all))
                .nWithoutStart(step.withoutStart() == 0 ? null : step.withoutStart())
                .targetDeclared(candidate.declared() ? true : null)
                .build();
    }

    private record Candidate(TimedEdge step, EdgeStats.Recoverable recoverable, boolean declared) {}
}
