package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.value.ProcessValue;
import java.util.List;

/** What could be done about a process, what was held back, what was looked at, what the recommendations would be worth, and what came of earlier ones. */
public record Advice(
        List<Recommendation> recommendations,
        List<HeldBack> heldBack,
        List<LookedAt> lookedAt,
        ProcessValue value,
        List<RealisedEffect> realised) {
    public Advice {
        recommendations = List.copyOf(recommendations);
        heldBack = List.copyOf(heldBack);
        lookedAt = List.copyOf(lookedAt);
        requireNonNull(value, "value");
        realised = List.copyOf(realised);
    }
}
