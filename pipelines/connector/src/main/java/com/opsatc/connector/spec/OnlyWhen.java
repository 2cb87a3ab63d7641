package com.opsatc.connector.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;

/**
 * Limits a column to rows of a kind: in all others it is not read and null. Change logs need it, whose value column holds
 * a state in one row and a person in the next.
 *
 * @param column header name of another column
 * @param values exact texts that it must have one of
 */
public record OnlyWhen(String column, @JsonProperty("in") List<String> values) implements Serializable {
    private static final long serialVersionUID = 1L;

    public OnlyWhen {
        requireNonNull(column, "column");
        values = List.copyOf(values);
    }
}
