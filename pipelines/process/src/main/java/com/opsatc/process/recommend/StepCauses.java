package com.opsatc.process.recommend;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import java.util.Optional;

/** What a step mostly waits for, as the pass over waiting times tells it. */
final class StepCauses {
    private StepCauses() {}

    /**
     * The cause that holds half or more of the step's attributed waiting whichever cause comes first, where half or more of its waiting is
     * attributed; none for what the log does not tell.
     */
    static Optional<WaitCause> most(ProcessWaiting waiting, String from, String to, GapMeasure measure) {
        if (measure != GapMeasure.WAITING) {
            return Optional.empty();
        }

        return waiting.transitions().stream()
                .filter(each -> each.from().equals(from) && each.to().equals(to))
                .filter(each -> each.attributedUs() > 0 && each.attributedUs() >= each.waitUs() - each.attributedUs())
                .flatMap(each -> each.causes().stream()
                        .filter(cause -> cause.cause() != WaitCause.EXTRANEOUS)
                        .filter(cause -> cause.leastUs() >= each.attributedUs() - cause.leastUs()))
                .map(CauseTime::cause)
                .findFirst();
    }
}
