package com.opsatc.contract;

import java.util.List;

/** Published document {@code bottlenecks.json}, by process, then rank. */
public record BottlenecksDocument(DocumentHeader header, List<Bottleneck> bottlenecks) {
    public BottlenecksDocument {
        bottlenecks = List.copyOf(bottlenecks);
    }
}
