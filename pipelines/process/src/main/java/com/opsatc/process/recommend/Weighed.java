package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.EvidenceStatus;
import com.opsatc.contract.advice.HeldBack;
import com.opsatc.contract.advice.Lever;
import com.opsatc.process.recommend.effect.SavedEffect;
import com.opsatc.process.recommend.effect.Taken;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * An opportunity with the lever that applies and what it would save.
 *
 * @param alone its effect had nobody taken anything
 * @param effect its effect with what is left
 * @param after how many recommendations had taken their part when {@code effect} was computed
 */
record Weighed(Opportunity opportunity, Lever lever, SavedEffect alone, SavedEffect effect, int after) {
    /** The greatest lower end first, as a part of its whole; then by the lower end, sign, lever and subjects. */
    static final Comparator<Weighed> ORDER = Comparator.comparing(
                    (Weighed each) -> each.effect().part())
            .thenComparing(each -> each.effect().conservative())
            .reversed()
            .thenComparing(each -> each.opportunity().sign())
            .thenComparing(each -> each.lever().id())
            .thenComparing(each -> String.join("\0", each.opportunity().subjects()));

    private static final long FEWEST_CASES = 30;
    private static final BigDecimal LEAST_PART = new BigDecimal("0.001");

    Weighed {
        requireNonNull(opportunity, "opportunity");
        requireNonNull(lever, "lever");
        requireNonNull(alone, "alone");
        requireNonNull(effect, "effect");
    }

    static Weighed of(Opportunity opportunity, Lever lever) {
        SavedEffect alone = opportunity.effect(new Taken());
        return new Weighed(opportunity, lever, alone, alone, 0);
    }

    /** The same with what others have left of it. */
    Weighed after(Taken taken) {
        SavedEffect left = taken.mayOverlap(opportunity.sign()) ? opportunity.effect(taken) : effect;
        return new Weighed(opportunity, lever, alone, left, taken.count());
    }

    EvidenceStatus status() {
        if (effect.cases() < FEWEST_CASES || !effect.excludesNothing()) {
            return EvidenceStatus.INCONCLUSIVE;
        }
        if (opportunity.contradiction().isPresent()) {
            return EvidenceStatus.CONTRADICTED;
        }

        return opportunity.sign().isTested() ? EvidenceStatus.SUPPORTED : EvidenceStatus.OBSERVATION;
    }

    /** Why it is not recommended, as a sentence; empty where it may be. */
    Optional<String> objection() {
        if (after > 0
                && effect.optimistic() < alone.optimistic()
                && effect.part().compareTo(LEAST_PART) < 0) {
            return Optional.of("What it addresses is addressed by recommendations with a greater effect.");
        }
        if (effect.cases() < FEWEST_CASES) {
            return Optional.of("It rests on fewer than thirty cases.");
        }
        if (!effect.excludesNothing()) {
            return Optional.of("The lower end of its effect, or the interval of that, reaches nothing.");
        }
        if (opportunity.contradiction().isPresent()) {
            return opportunity.contradiction();
        }

        return effect.part().compareTo(LEAST_PART) < 0
                ? Optional.of("The lower end of its effect is less than a thousandth of the whole.")
                : Optional.empty();
    }

    HeldBack heldBack(String process, String reason) {
        return new HeldBack(
                process,
                lever.ref(),
                opportunity.sign(),
                opportunity.subjects(),
                opportunity.unit(),
                BigDecimal.valueOf(effect.conservative()),
                BigDecimal.valueOf(effect.optimistic()),
                status(),
                reason);
    }
}
