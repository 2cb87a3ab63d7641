package com.opsatc.contract.document;

import java.util.List;

/** Published document {@code variants.json}. */
public record VariantsDocument(DocumentHeader header, List<ProcessVariants> processes) {
    public VariantsDocument {
        processes = List.copyOf(processes);
    }
}
