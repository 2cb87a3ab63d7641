package com.opsatc.connector.infer;

import java.util.ArrayList;
import java.util.List;

/**
 * A stream of a draft as it takes shape.
 *
 * @param key names of columns; empty for none
 * @param redelivery a word, or empty for the default
 * @param notes what the reader has to check
 */
record DraftStream(
        SampledStream sampled,
        String description,
        List<String> key,
        String redelivery,
        List<String> notes,
        List<DraftColumn> columns) {
    DraftStream(SampledStream sampled, String description, List<String> key) {
        this(sampled, description, List.copyOf(key), "", new ArrayList<>(), new ArrayList<>());
    }

    DraftStream redelivered(String word) {
        return new DraftStream(sampled, description, key, word, notes, columns);
    }

    String name() {
        return sampled.name();
    }

    /** Adds a column unless there is one of its name. */
    void add(DraftColumn column) {
        if (columns.stream().noneMatch(each -> each.name().equals(column.name()))) {
            columns.add(column);
        }
    }
}
