package com.opsatc.jobs.simulate.check;

import static java.util.Objects.requireNonNull;

/**
 * One planted thing beside what was found of it.
 *
 * @param item what it is, e.g. {@code OTIF step}
 */
public record CheckLine(String item, String planted, String found, boolean ok) {
    public CheckLine {
        requireNonNull(item, "item");
        requireNonNull(planted, "planted");
        requireNonNull(found, "found");
    }

    static CheckLine equal(String item, Object planted, Object found) {
        return new CheckLine(item, planted.toString(), found.toString(), planted.equals(found));
    }
}
