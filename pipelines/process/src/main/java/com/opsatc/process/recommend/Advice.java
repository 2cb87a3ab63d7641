package com.opsatc.process.recommend;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.Recommendation;
import java.util.List;

/** What could be done about a process, what was held back, and what was looked at. */
public record Advice(List<Recommendation> recommendations, List<HeldBack> heldBack, List<LookedAt> lookedAt) {
    public Advice {
        recommendations = List.copyOf(recommendations);
        heldBack = List.copyOf(heldBack);
        lookedAt = List.copyOf(lookedAt);
    }
}
