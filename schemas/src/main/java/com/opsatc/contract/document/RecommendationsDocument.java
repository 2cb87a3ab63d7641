package com.opsatc.contract.document;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import java.util.List;

/**
 * Published document {@code recommendations.json}, by process, then rank.
 *
 * @param heldBack levers that would apply and are not recommended, each with the reason
 * @param lookedAt what each process was looked at for
 */
public record RecommendationsDocument(
        DocumentHeader header, List<Recommendation> recommendations, List<HeldBack> heldBack, List<LookedAt> lookedAt) {
    public RecommendationsDocument {
        recommendations = List.copyOf(recommendations);
        heldBack = List.copyOf(heldBack);
        lookedAt = List.copyOf(lookedAt);
    }
}
