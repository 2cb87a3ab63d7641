package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

/** The lever and version a recommendation applies. */
public record LeverRef(String id, int version) {
    public LeverRef {
        requireNonNull(id, "id");
    }
}
