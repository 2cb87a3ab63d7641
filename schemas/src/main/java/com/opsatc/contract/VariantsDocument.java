package com.opsatc.contract;

import java.util.List;

/** Published document {@code variants.json}. */
public record VariantsDocument(DocumentHeader header, List<ProcessVariants> processes) {
    public VariantsDocument {
        processes = List.copyOf(processes);
    }
}
