package com.opsatc.kernel.visit;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.log.EventColumns;

/**
 * Something that is collected over whole cases: integers that add up.
 *
 * <p>A case comes whole, so that a measure walks arrays and a visitor calls it once for a case, not once for an event. Merging is
 * associative and commutative: however a log is cut and in whichever order its parts are merged, {@link #finish} gives equal
 * figures. Not thread-safe: one a thread.
 *
 * @param <R> what it finds
 */
public interface CaseMeasure<R> {
    /**
     * Takes a case.
     *
     * @param from its first row, {@code to} the one after its last; at least one, all in total order
     */
    void take(EventColumns events, int from, int to);

    /**
     * Adds what another one took of other cases; that one takes nothing more.
     *
     * @param other made by the same {@link CasePass.Factory}
     */
    void merge(CaseMeasure<R> other);

    /** Writes what it took, in a form that {@link #read} of the same version reads. */
    void write(ByteSink sink);

    /** Adds what another one wrote. */
    void read(ByteSource source);

    /** What it found; nothing is taken afterwards. */
    R finish();
}
