package com.opsatc.kernel.waiting;

import com.opsatc.kernel.log.EventColumns;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What enabled each activity instance of a case (definitions 1.6): the latest to complete among those that had completed when it
 * started and whose activity does not run side by side with its own.
 *
 * <p>An instance without a recorded start has no waiting time, and nothing is said to have enabled it; nor is the first of its
 * case. Of several that completed at one instant the last in the case's order did it.
 *
 * <pre>
 * place  activity  start  complete      enabled by
 *     0         A      0        10      NONE
 *     1         B     10        40      0
 *     2         C     12        30      0           B still ran, whether B and C run side by side or not
 *     3         D     50        60      1
 * </pre>
 */
public final class Enabling {
    /** Stands for no instance. */
    public static final int NONE = -1;

    private Enabling() {}

    /**
     * @param from the case's first row of a view of activity instances, {@code to} the one after its last
     * @return for each of its rows the place of the one that enabled it, counted from {@code from}
     */
    public static int[] of(EventColumns instances, int from, int to, Concurrency concurrency) {
        int n = to - from;
        long[] completes = instances.completesUs();
        int[] byCompletion = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> completes[from + i])
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] enabledBy = new int[n];
        for (int i = 0; i < n; i++) {
            long start = instances.startsUs()[from + i];
            enabledBy[i] = NONE;
            if (start == EventColumns.UNKNOWN) {
                continue;
            }

            for (int at = completedBy(byCompletion, completes, from, start) - 1; at >= 0; at--) {
                int other = byCompletion[at];
                if (other != i
                        && !isAfter(instances, from, other, i)
                        && !concurrency.concurrent(
                                instances.activities()[from + other], instances.activities()[from + i])) {
                    enabledBy[i] = other;
                    break;
                }
            }
        }

        return enabledBy;
    }

    /** How many of them had completed at an instant. */
    private static int completedBy(int[] byCompletion, long[] completes, int from, long atUs) {
        int low = 0;
        int high = byCompletion.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (completes[from + byCompletion[middle]] <= atUs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }

        return low;
    }

    /** Of two instances without any length at one instant the earlier in the case's order enables the later, not both each other. */
    private static boolean isAfter(EventColumns instances, int from, int other, int self) {
        return other > self && instances.completesUs()[from + self] <= instances.completesUs()[from + other];
    }
}
