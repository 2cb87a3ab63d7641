package com.opsatc.contract.figure;

/**
 * Work and idle time of a process's activity instances, in microseconds over all cases (definitions processing-time,
 * waiting-time and idle-time).
 *
 * <p>{@code busyUs + idleUs} is the time from each case's first start to its last completion.
 *
 * @param startsKnown of all instances, how many have a recorded start; what the others took is not known and no busy time
 * @param processingUs completion minus start minus rest, summed over the instances with a recorded start
 * @param suspendedUs how long those instances were suspended
 * @param busyUs time in which at least one ended instance of a case had begun and was neither suspended nor complete;
 *     parallel work counts once
 * @param idleUs the other time between a case's first start and its last completion
 * @param cycleUs the time from first start to last completion, by another way than the two that make it up: by walking the cases; null in
 *     documents of earlier versions
 */
public record WorkTimes(long startsKnown, long processingUs, long suspendedUs, long busyUs, long idleUs, Long cycleUs) {
    /** Times of which the two that make them up stand alone. */
    public WorkTimes(long startsKnown, long processingUs, long suspendedUs, long busyUs, long idleUs) {
        this(startsKnown, processingUs, suspendedUs, busyUs, idleUs, /* cycleUs= */ null);
    }
}
