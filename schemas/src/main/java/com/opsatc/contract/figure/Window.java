package com.opsatc.contract.figure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** The dates a figure covers, first and last included, as dates of the tenant's zone. */
public record Window(LocalDate from, LocalDate to, String zone) {
    public Window {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(zone, "zone");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Invalid window: it ends before it begins");
        }
    }
}
