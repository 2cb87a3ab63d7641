package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.text.Span;

/**
 * What is declared of the time from one activity to the next: a target, or that nobody would shorten it.
 *
 * @param target how long it may take, e.g. {@code 2d}; null where it is out of scope
 * @param outOfScope why nobody would shorten it, for people; null where it has a target
 */
public record Wait(String from, String to, String target, String outOfScope) {
    public Wait {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if ((target == null) == (outOfScope == null)) {
            throw new IllegalArgumentException("Invalid wait: it needs either a target or why it is out of scope");
        }
    }

    /** The target in microseconds. */
    public long targetUs() {
        return Span.us(target);
    }

    boolean isOf(Wait other) {
        return from.equals(other.from) && to.equals(other.to);
    }
}
