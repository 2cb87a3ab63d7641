package com.opsatc.process.finding;

import com.opsatc.process.finding.Findings.Looked;

/**
 * Looks for findings of one kind. To add a kind: its constant in {@code FindingKind}, a class here, a line in {@link Finders}.
 */
interface Finder {
    /** What a process shows of the kind; nothing is written before all finders have looked. */
    ShiftSearch search(Looked looked, Yardstick yardstick);
}
