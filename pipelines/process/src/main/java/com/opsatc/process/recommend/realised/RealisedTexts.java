package com.opsatc.process.recommend.realised;

import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.RealisedState;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.figure.Interval;
import java.math.BigDecimal;

/** The sentence of a realised effect: no text of a tenant, and nothing of causes. */
final class RealisedTexts {
    private RealisedTexts() {}

    static String statement(Lever lever, RealisedState state, BigDecimal change, Interval interval, int peers) {
        String against = peers == 0
                ? "than before; no step was left untouched to compare with, so that it holds whatever else changed"
                : "than it would, had it gone as " + (peers == 1 ? "the untouched step" : peers + " untouched steps")
                        + " did";
        String within = " (" + Humane.share(interval.level()) + " interval " + Humane.share(interval.low()) + " to "
                + Humane.share(interval.high()) + ")";
        String step = "From {subject.1} to {subject.2} the time since is ";
        return switch (state) {
            case LESS_TIME ->
                step + Humane.share(change.negate()) + " shorter " + against + within + "; this is associated with '"
                        + lever.title() + "'.";
            case MORE_TIME ->
                step + Humane.share(change) + " longer " + against + within + "; this is associated with '"
                        + lever.title() + "'.";
            default ->
                "No signal from {subject.1} to {subject.2}: the time since is neither shorter nor longer " + against
                        + within + ".";
        };
    }
}
