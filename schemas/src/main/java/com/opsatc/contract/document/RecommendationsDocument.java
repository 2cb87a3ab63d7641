package com.opsatc.contract.document;

import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.LookedAt;
import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.value.ProcessValue;
import java.util.List;
import java.util.Optional;

/**
 * Published document {@code recommendations.json}, by process, then rank.
 *
 * @param heldBack levers that would apply and are not recommended, each with the reason
 * @param lookedAt what each process was looked at for
 * @param values what the recommendations of each process would be worth; empty in documents of earlier builds
 * @param realised what came of levers that the tenant says it pulled; empty where it says nothing
 */
public record RecommendationsDocument(
        DocumentHeader header,
        List<Recommendation> recommendations,
        List<HeldBack> heldBack,
        List<LookedAt> lookedAt,
        List<ProcessValue> values,
        List<RealisedEffect> realised) {
    public RecommendationsDocument {
        recommendations = List.copyOf(recommendations);
        heldBack = List.copyOf(heldBack);
        lookedAt = List.copyOf(lookedAt);
        values = values == null ? List.of() : List.copyOf(values);
        realised = realised == null ? List.of() : List.copyOf(realised);
    }

    /** Without a word of what they would be worth, or of what came of earlier ones. */
    public RecommendationsDocument(
            DocumentHeader header,
            List<Recommendation> recommendations,
            List<HeldBack> heldBack,
            List<LookedAt> lookedAt) {
        this(header, recommendations, heldBack, lookedAt, List.of(), List.of());
    }

    /** What the recommendations of a process would be worth; empty where it is not said. */
    public Optional<ProcessValue> valueOf(String process) {
        return values.stream().filter(each -> each.process().equals(process)).findFirst();
    }
}
