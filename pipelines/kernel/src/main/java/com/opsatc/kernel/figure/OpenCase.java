package com.opsatc.kernel.figure;

import static java.util.Objects.requireNonNull;

/**
 * A case that is not closed, with its last event in total order.
 *
 * @param position place of that event in the case, {@code activity} its code, {@code lastUs} when it was complete
 */
public record OpenCase(CaseTime time, int position, int activity, long lastUs) {
    public OpenCase {
        requireNonNull(time, "time");
        if (!time.isOpen()) {
            throw new IllegalArgumentException("Invalid case: it is closed");
        }
    }
}
