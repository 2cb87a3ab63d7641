package com.opsatc.process.recommend.value;

import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.value.Quantity;
import com.opsatc.contract.value.QuantityRange;
import java.math.BigDecimal;
import java.util.Optional;

/** How much of a quantity a recommendation saves. */
final class SavedQuantity {
    private SavedQuantity() {}

    /** At the least, halfway and at the most; empty where it saves none of it. */
    static Optional<QuantityRange> of(Recommendation advice, Quantity quantity) {
        return switch (quantity) {
            case ELAPSED_DAY ->
                advice.unit() == Unit.MICROSECONDS ? Optional.of(betweenEnds(advice)) : Optional.empty();
            case PROMISE -> advice.sign().isOfKpi() ? Optional.of(betweenEnds(advice)) : Optional.empty();
            // At the lower end of its effect every repetition stays.
            case REPETITION ->
                advice.sign().isOfRepetition()
                        ? Optional.of(new QuantityRange(0, advice.n() / 2, advice.n()))
                        : Optional.empty();
        };
    }

    /** The least is the low end of the lower end's interval, where there is one that is lower than the end itself. */
    private static QuantityRange betweenEnds(Recommendation advice) {
        long conservative = advice.conservative().value().longValueExact();
        long optimistic = advice.optimistic().value().longValueExact();
        long least = conservative;
        if (advice.conservative().interval() != null) {
            least = advice.conservative()
                    .interval()
                    .low()
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(conservative))
                    .longValue();
        }

        return new QuantityRange(least, conservative + (optimistic - conservative) / 2, optimistic);
    }
}
