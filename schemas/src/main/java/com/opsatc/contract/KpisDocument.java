package com.opsatc.contract;

import java.util.List;

/** Published document {@code kpis.json}, by process, then id. */
public record KpisDocument(DocumentHeader header, List<KpiValue> kpis) {
    public KpisDocument {
        kpis = List.copyOf(kpis);
    }
}
