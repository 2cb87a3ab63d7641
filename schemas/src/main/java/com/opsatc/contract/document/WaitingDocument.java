package com.opsatc.contract.document;

import java.util.List;

/** Published document {@code waiting.json}: why work waits before it is started. */
public record WaitingDocument(DocumentHeader header, List<ProcessWaiting> processes) {
    public WaitingDocument {
        processes = List.copyOf(processes);
    }
}
