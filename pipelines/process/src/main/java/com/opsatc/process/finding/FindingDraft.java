package com.opsatc.process.finding;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.process.evidence.EvidenceSink;

/**
 * A finding that is known to be one, before it has its place among the others and its evidence is written.
 *
 * @param strength greater comes first within its tier: standard errors of an outcome, microseconds a week of time
 * @param name breaks ties, and is unique among drafts of one kind
 * @param change when and which way its figure changed; null where nothing did, as for a bottleneck
 */
record FindingDraft(FindingKind kind, Tier tier, double strength, String name, Change change, Publisher publisher) {
    FindingDraft {
        requireNonNull(kind, "kind");
        requireNonNull(tier, "tier");
        requireNonNull(name, "name");
        requireNonNull(publisher, "publisher");
    }

    /** Whether both are of one event, this being the one that leads. */
    boolean tellsOfTheSameAs(FindingDraft other) {
        return change != null && other.change != null && kind == other.kind && change.goesWith(other.change);
    }

    /** What can be compared with each other: whether promises are kept comes first, then all that is time. */
    enum Tier {
        OUTCOME,
        TIME
    }

    /** Writes the evidence and states the finding. */
    interface Publisher {
        Finding publish(String id, int rank, EvidenceSink sink);
    }
}
