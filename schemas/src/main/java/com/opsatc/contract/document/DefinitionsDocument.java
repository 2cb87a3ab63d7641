package com.opsatc.contract.document;

import com.opsatc.contract.claim.Definition;
import java.util.List;

/** Published document {@code definitions.json}: every definition a figure of this run refers to. */
public record DefinitionsDocument(DocumentHeader header, List<Definition> definitions) {
    public DefinitionsDocument {
        definitions = List.copyOf(definitions);
    }
}
