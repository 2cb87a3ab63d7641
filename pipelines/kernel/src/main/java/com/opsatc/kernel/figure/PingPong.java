package com.opsatc.kernel.figure;

import java.util.List;

/**
 * How cases go back and forth between two activities: a, b, a, b and maybe on, each directly after the other (definitions 1.9).
 *
 * @param first code of the activity that such a stretch begins with, {@code second} of the other one
 * @param stretches how many there are, none part of another
 * @param cases in how many cases
 * @param events how many events they have
 * @param againUs how long they go on after the second activity was complete for the first time, microseconds
 * @param examples the first event of a stretch in each of the cases with the least keys
 */
public record PingPong(
        int first, int second, long stretches, long cases, long events, long againUs, List<Example> examples) {
    public PingPong {
        examples = List.copyOf(examples);
    }

    /** An event of the log: the key of its case, and its place in it. */
    public record Example(long caseId, int position) {}
}
