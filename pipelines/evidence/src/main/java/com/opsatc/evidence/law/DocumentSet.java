package com.opsatc.evidence.law;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.DocumentType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Documents of one run, about to be published or published, that laws are held against. */
public final class DocumentSet {
    private final Map<String, Object> byName = new HashMap<>();

    /** This set, with one more. */
    public <T> DocumentSet with(DocumentType<T> type, T document) {
        byName.put(type.name(), requireNonNull(document, "document"));
        return this;
    }

    /** Empty for one that the run does not have, as one of an earlier build may not. */
    public <T> Optional<T> find(DocumentType<T> type) {
        return Optional.ofNullable(type.type().cast(byName.get(type.name())));
    }
}
