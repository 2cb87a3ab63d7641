package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

/** The definition and version a figure was computed by. */
public record DefinitionRef(String id, int version) {
    public DefinitionRef {
        requireNonNull(id, "id");
    }
}
