package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.Finding;
import com.opsatc.process.evidence.EvidenceSink;

/**
 * A finding that is known to be one, before it has its place among the others and its evidence is written.
 *
 * @param strength how far it stands out among findings of its kind; greater comes first
 * @param name breaks ties, and is unique among drafts of one kind
 */
record Draft(String kind, double strength, String name, Publisher publisher) {
    Draft {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(publisher, "publisher");
    }

    /** Writes the evidence and states the finding. */
    interface Publisher {
        Finding publish(String id, int rank, EvidenceSink sink);
    }
}
