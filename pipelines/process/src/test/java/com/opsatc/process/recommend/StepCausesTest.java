package com.opsatc.process.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.GapMeasure;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StepCausesTest {
    /** Of 100 half is batching whichever comes first. */
    @Test
    void most_causeWithHalfWhicheverComesFirst_isIt() {
        assertThat(most(100, 100, cause(WaitCause.BATCHING, 60, 50, 70), cause(WaitCause.EXTRANEOUS, 40, 40, 40)))
                .contains(WaitCause.BATCHING);
    }

    @Test
    void most_causeWithHalfOnlyWhereItComesFirst_isNone() {
        assertThat(most(100, 100, cause(WaitCause.BATCHING, 60, 49, 70), cause(WaitCause.CONTENTION, 40, 30, 49)))
                .isEmpty();
    }

    @Test
    void most_ofWhatTheLogDoesNotTell_isNone() {
        assertThat(most(100, 100, cause(WaitCause.EXTRANEOUS, 100, 100, 100))).isEmpty();
        // Of 100 only 49 are attributed at all.
        assertThat(most(100, 49, cause(WaitCause.CONTENTION, 49, 49, 49))).isEmpty();
        assertThat(StepCauses.most(ProcessWaiting.none("p", "no starts"), "A", "B", GapMeasure.WAITING))
                .isEmpty();
    }

    @Test
    void most_ofTimeThatHoldsWork_isNone() {
        assertThat(StepCauses.most(
                        waiting(100, 100, cause(WaitCause.CONTENTION, 100, 100, 100)),
                        "A",
                        "B",
                        GapMeasure.INTER_COMPLETION))
                .isEmpty();
    }

    private static Optional<WaitCause> most(long waitUs, long attributedUs, CauseTime... causes) {
        return StepCauses.most(waiting(waitUs, attributedUs, causes), "A", "B", GapMeasure.WAITING);
    }

    private static ProcessWaiting waiting(long waitUs, long attributedUs, CauseTime... causes) {
        return new ProcessWaiting(
                "p",
                null,
                null,
                null,
                List.of(),
                1,
                List.of(new TransitionWaiting("A", "B", 10, waitUs, attributedUs, List.of(causes))));
    }

    private static CauseTime cause(WaitCause cause, long us, long least, long most) {
        return new CauseTime(cause, us, least, most, null, null);
    }
}
