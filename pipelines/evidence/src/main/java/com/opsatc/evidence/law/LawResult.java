package com.opsatc.evidence.law;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.Law;
import java.util.List;

/**
 * A law held against the documents of a run.
 *
 * @param of a process, or of rows a source
 * @param equations how many there are
 * @param broken both sides of those that do not hold, with their numbers; nothing of it is a text of the system of record
 */
public record LawResult(Law law, String of, long equations, List<String> broken) {
    public LawResult {
        requireNonNull(law, "law");
        requireNonNull(of, "of");
        broken = List.copyOf(broken);
    }

    public boolean holds() {
        return broken.isEmpty();
    }
}
