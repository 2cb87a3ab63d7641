package com.opsatc.contract.document;

import com.opsatc.contract.claim.KpiValue;
import java.util.List;

/** Published document {@code kpis.json}, by process, then id. */
public record KpisDocument(DocumentHeader header, List<KpiValue> kpis) {
    public KpisDocument {
        kpis = List.copyOf(kpis);
    }
}
