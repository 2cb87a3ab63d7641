package com.opsatc.contract.document;

import java.util.List;

/** Published document {@code edges.json}. */
public record EdgesDocument(DocumentHeader header, List<ProcessEdges> processes) {
    public EdgesDocument {
        processes = List.copyOf(processes);
    }
}
