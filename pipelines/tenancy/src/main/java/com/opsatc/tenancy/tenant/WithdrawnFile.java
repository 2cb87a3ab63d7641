package com.opsatc.tenancy.tenant;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.scope.Actor;
import java.time.Instant;

/**
 * An extract file whose rows count nowhere.
 *
 * @param name as delivered: tenant text, for display only
 */
public record WithdrawnFile(String source, Sha256 file, String name, Instant at, Actor actor) {
    public WithdrawnFile {
        requireNonNull(source, "source");
        requireNonNull(file, "file");
        requireNonNull(name, "name");
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
    }
}
