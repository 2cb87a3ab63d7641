package com.opsatc.contract.value;

/**
 * Elapsed time that the recommendations of a process would save together, in microseconds; each part of a case is in one alone.
 *
 * @param recommendations how many of them save time
 */
public record TimeTotal(long recommendations, long conservativeUs, long optimisticUs) {
    public TimeTotal {
        if (recommendations < 0 || conservativeUs < 0 || optimisticUs < conservativeUs) {
            throw new IllegalArgumentException("Invalid time: none is negative, and the upper end is no less");
        }
    }
}
