package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The queue before an activity, or before all of them: the executions that have been enabled and not been started (definitions 1.8).
 *
 * @param activity null for the queue of the whole process
 * @param n executions whose waiting time is known, those that did not wait included
 * @param waitUs all their waiting time, microseconds
 * @param meanLength L: how long it is on average over its complete weeks, three decimals; null where there is none, as in the two below
 * @param arrivalsPerDay lambda: how many come in a day of 24 hours, over the same weeks, three decimals
 * @param meanWaitUs W: how long those wait on average who come in these weeks, microseconds; null as well where nobody does
 * @param weeks those in which somebody waits, comes or is started, in order; the first and the last that the log touches are cut by its
 *     ends, and so not among the complete ones
 */
public record WaitingQueue(
        String activity,
        long n,
        long waitUs,
        BigDecimal meanLength,
        BigDecimal arrivalsPerDay,
        Long meanWaitUs,
        List<Week> weeks) {
    public WaitingQueue {
        weeks = List.copyOf(weeks);
    }

    /**
     * One week of it. Each is added up by itself: what stands at a week's end must follow from what stands at its begin (definitions
     * 4.2).
     *
     * @param week its Monday, in the tenant's zone
     * @param length how many wait when it begins: enabled before, not started before
     * @param arrived how many are enabled in it, {@code started} how many are started
     * @param areaUs how long all wait within it, whenever they came: the area under the queue, microseconds
     * @param waitUs how long those wait who are enabled in it, until whenever they are started
     * @param remainingUs how long those still wait who do when it begins
     */
    public record Week(
            LocalDate week, long length, long arrived, long started, long areaUs, long waitUs, long remainingUs) {
        public Week {
            requireNonNull(week, "week");
        }
    }
}
