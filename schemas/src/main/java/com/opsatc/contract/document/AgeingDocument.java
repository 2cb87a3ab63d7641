package com.opsatc.contract.document;

import com.opsatc.contract.ageing.ProcessAgeing;
import java.util.List;

/** Published document {@code ageing.json}: what is open at the logical date, how old it is, and what is at risk of missing its date. */
public record AgeingDocument(DocumentHeader header, List<ProcessAgeing> processes) {
    public AgeingDocument {
        processes = List.copyOf(processes);
    }
}
