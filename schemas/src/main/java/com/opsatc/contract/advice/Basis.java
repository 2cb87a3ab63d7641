package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;

/** A published finding or KPI that a recommendation rests on, with the digest of its rows. */
public record Basis(String id, Sha256 digest) {
    public Basis {
        requireNonNull(id, "id");
        requireNonNull(digest, "digest");
    }
}
