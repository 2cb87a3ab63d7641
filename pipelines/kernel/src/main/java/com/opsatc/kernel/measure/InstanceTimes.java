package com.opsatc.kernel.measure;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.EdgeStats;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What activity instances tell apart and recorded events alone do not: work and waiting (definitions 1.5).
 *
 * <p>Sums are microseconds over all cases. Busy time is time in which at least one ended instance of a case had begun and was
 * neither suspended nor complete; idle time is the rest between a case's first start and last completion.
 *
 * @param processing by activity code: completion minus start minus rests of the instances whose start is recorded
 * @param completions every passage from one instance of a case to the next, from completion to completion
 * @param waiting the passages that end with a recorded start, from completion to start, so that their gaps are waiting
 */
public record InstanceTimes(
        List<Durations> processing,
        Map<Pair, EdgeStats> completions,
        Map<Pair, EdgeStats> waiting,
        BigInteger suspendedUs,
        BigInteger busyUs,
        BigInteger idleUs) {
    public InstanceTimes {
        processing = List.copyOf(processing);
        completions = Map.copyOf(completions);
        waiting = Map.copyOf(waiting);
    }

    /** From one activity to the next, by codes. */
    public record Pair(int from, int to) {}

    /** An edge of the instances, from completion to completion. */
    public EdgeStats completions(int from, int to) {
        return completions.get(new Pair(from, to));
    }

    /** The same over the passages that end with a recorded start; empty without any. */
    public Optional<EdgeStats> waiting(int from, int to) {
        return Optional.ofNullable(waiting.get(new Pair(from, to)));
    }

    /** Of all instances, how many have a recorded start. */
    public long startsKnown() {
        return processing.stream().mapToLong(Durations::n).sum();
    }

    static Map<Pair, EdgeStats> byPair(List<EdgeStats> edges) {
        Map<Pair, EdgeStats> byPair = new HashMap<>();
        edges.forEach(edge -> byPair.put(new Pair(edge.from(), edge.to()), edge));
        return byPair;
    }
}
