package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.Unit;
import com.opsatc.process.recommend.effect.SavedEffect;
import java.math.BigDecimal;

/** The sentence of a recommendation: no text of a tenant, and its two figures. */
final class AdviceTexts {
    private AdviceTexts() {}

    static String statement(Lever lever, Sign sign, Unit unit, SavedEffect effect) {
        String low = unit.text(BigDecimal.valueOf(effect.conservative()));
        String high = unit.text(BigDecimal.valueOf(effect.optimistic()));
        String range = low.equals(high) ? high : low + " to " + high;
        return lever.title() + ", " + place(sign) + ": "
                + (sign.isOfKpi() ? range + " more that are kept" : range + " of elapsed time less")
                + "; the upper end is an upper bound.";
    }

    private static String place(Sign sign) {
        return switch (sign) {
            case BEYOND_TARGET, SLOWER_STEP, LONG_TAIL, DOMINANT_STEP -> "from {subject.1} to {subject.2}";
            case REPEATED_LATER, REPEATED_AT_ONCE -> "at {subject.1}";
            case BACK_AND_FORTH -> "between {subject.1} and {subject.2}";
            case LOWER_RATE -> "of {subject.1}";
        };
    }
}
