package com.opsatc.contract.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.OutOfScopeWait;
import com.opsatc.contract.unusual.UnusualStep;
import java.util.List;

/**
 * Published document {@code bottlenecks.json}, by process, then rank.
 *
 * @param outOfScope what is not ranked, since nobody would shorten it
 * @param alternations between which activities cases go back and forth, by process, then most cases first
 * @param unusual steps some of whose passages took a time far from the others, by process, then most slow ones first
 */
public record BottlenecksDocument(
        DocumentHeader header,
        List<Bottleneck> bottlenecks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OutOfScopeWait> outOfScope,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Alternation> alternations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnusualStep> unusual) {
    public BottlenecksDocument {
        alternations = alternations == null ? List.of() : List.copyOf(alternations);
        unusual = unusual == null ? List.of() : List.copyOf(unusual);
        bottlenecks = List.copyOf(bottlenecks);
        outOfScope = outOfScope == null ? List.of() : List.copyOf(outOfScope);
    }

    /** A ranking of everything. */
    public BottlenecksDocument(DocumentHeader header, List<Bottleneck> bottlenecks) {
        this(header, bottlenecks, List.of(), List.of(), List.of());
    }
}
