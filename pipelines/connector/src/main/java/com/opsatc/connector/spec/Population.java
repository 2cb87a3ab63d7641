package com.opsatc.connector.spec;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * Records that share their numbers but nothing else, such as those of two SAP clients.
 *
 * @param column tells a record's population; a file may lack it
 * @param of columns with numbers that mean something within a population only. Where the extracts of a source hold several
 *     populations, these say which: {@code 100/0000012000}
 */
public record Population(String column, List<String> of) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Population {
        requireNonNull(column, "column");
        of = List.copyOf(of);
    }
}
