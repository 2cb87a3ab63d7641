package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.figure.Interval;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;

/**
 * The waiting time of one process by cause, in microseconds, over all activity instances of its log.
 *
 * @param notMeasured why there is none, as a sentence; null where there is
 * @param calendar the business calendar whose hours off count as unavailability; null where none is declared
 * @param coverage how much of the log tells; null where it does not
 * @param causes in the order of {@link WaitCause}, together the attributed time; empty where nothing is attributed
 * @param transitions those with the most waiting time first, then by name; {@code totalTransitions} says how many there are
 * @param queue of all activities together; null where nothing waits, and in documents of earlier versions
 * @param totalQueues how many activities have one; null where {@code queue} is
 * @param queues of activities, those with the most waiting time first, then by name; at most {@link #MOST_QUEUES}
 */
@RecordBuilder
public record ProcessWaiting(
        String process,
        String notMeasured,
        String calendar,
        Coverage coverage,
        List<CauseTime> causes,
        long totalTransitions,
        List<TransitionWaiting> transitions,
        WaitingQueue queue,
        Long totalQueues,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WaitingQueue> queues) {
    /** As many queues as a document lists. */
    public static final int MOST_QUEUES = 20;

    public ProcessWaiting {
        requireNonNull(process, "process");
        causes = List.copyOf(causes);
        transitions = List.copyOf(transitions);
        queues = queues == null ? List.of() : List.copyOf(queues);
    }

    /** Waiting time without queues. */
    public ProcessWaiting(
            String process,
            String notMeasured,
            String calendar,
            Coverage coverage,
            List<CauseTime> causes,
            long totalTransitions,
            List<TransitionWaiting> transitions) {
        this(
                process,
                notMeasured,
                calendar,
                coverage,
                causes,
                totalTransitions,
                transitions,
                /* queue= */ null,
                /* totalQueues= */ null,
                List.of());
    }

    /** A process whose log does not tell. */
    public static ProcessWaiting none(String process, String why) {
        return new ProcessWaiting(process, why, null, null, List.of(), 0, List.of());
    }

    /**
     * How much of the log tells.
     *
     * @param measured instances whose waiting time is known
     * @param withoutStart instances without a recorded start
     * @param withoutEnabling instances that nothing enabled, such as the first of a case
     * @param processingUs working time of instances with a recorded start
     * @param waitUs all waiting time that is known
     * @param attributedUs of it, that of instances whose resource is known
     */
    public record Coverage(
            long measured, long withoutStart, long withoutEnabling, long processingUs, long waitUs, long attributedUs) {
        public Coverage {
            if (attributedUs > waitUs) {
                throw new IllegalArgumentException("Invalid waiting: more is attributed than there is");
            }
        }
    }

    /**
     * The time of one cause.
     *
     * @param us by precedence of causes
     * @param leastUs what it is whichever cause comes first
     * @param mostUs what it is where it comes first
     * @param interval 95 % interval of {@code us}; null for a single transition
     * @param efficiencyGain by how much the share of work in work and waiting would rise without it; null for a single transition, or
     *     where no work is known
     */
    public record CauseTime(
            WaitCause cause, long us, long leastUs, long mostUs, Interval interval, BigDecimal efficiencyGain) {
        public CauseTime {
            requireNonNull(cause, "cause");
            if (leastUs > us || us > mostUs) {
                throw new IllegalArgumentException("Invalid cause: its time is outside its bounds");
            }
        }
    }

    /**
     * The waiting time between two activities.
     *
     * @param from the activity whose completion enabled, {@code to} the one that waited
     * @param n instances of {@code to} that it enabled, those that did not wait included
     * @param causes those that have time, in the order of {@link WaitCause}, together {@code attributedUs}
     */
    public record TransitionWaiting(
            String from, String to, long n, long waitUs, long attributedUs, List<CauseTime> causes) {
        public TransitionWaiting {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            causes = List.copyOf(causes);
        }
    }
}
