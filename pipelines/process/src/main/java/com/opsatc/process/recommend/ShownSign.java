package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.process.bottleneck.TimedEdge;
import java.util.List;

/**
 * A sign and the activities that show it.
 *
 * @param measure what the time of a step is; null for repetitions
 * @param cause what a step mostly waits for; null for repetitions, and where nothing is known to hold most of it
 */
record ShownSign(Sign sign, List<String> activities, GapMeasure measure, WaitCause cause) {
    ShownSign {
        requireNonNull(sign, "sign");
        activities = List.copyOf(activities);
    }

    static ShownSign of(Sign sign, TimedEdge step, Considered in) {
        return new ShownSign(
                sign,
                List.of(step.from(), step.to()),
                step.measure(),
                StepCauses.most(in.waiting(), step.from(), step.to(), step.measure())
                        .orElse(null));
    }
}
