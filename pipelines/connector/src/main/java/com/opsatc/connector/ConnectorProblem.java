package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

/**
 * Something that is wrong with a connector.
 *
 * @param at JSON pointer of the place in its file, e.g. {@code /events/0/time}
 * @param what a sentence without a full stop, with the nearest name where one was mistyped
 */
public record ConnectorProblem(String at, String what) {
    public ConnectorProblem {
        requireNonNull(at, "at");
        requireNonNull(what, "what");
    }
}
