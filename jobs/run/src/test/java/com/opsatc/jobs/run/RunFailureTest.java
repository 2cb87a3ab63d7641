package com.opsatc.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class RunFailureTest {
    @Test
    void of_lostConnectionHoweverDeep_saysWhatToDo() {
        for (String state : new String[] {"08006", "57P01"}) {
            PipelineException failure = RunFailure.of(new IllegalStateException(
                    "job aborted", new RuntimeException(new SQLException("terminated", state))));

            assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE);
            assertThat(failure.code().exitCode()).isEqualTo(75);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "Cannot finish: the connection to the platform database was lost, and nothing"
                                    + " was published; run again");
        }
    }

    @Test
    void of_anyOtherFailure_isOursOrInternal() {
        var ours = new PipelineException(ErrorCode.QUALITY_GATE, "a rule failed");

        assertThat(RunFailure.of(new RuntimeException(ours))).isSameAs(ours);
        assertThat(RunFailure.of(new RuntimeException(new SQLException("duplicate", "23505")))
                        .code())
                .isEqualTo(ErrorCode.INTERNAL);
        assertThat(RunFailure.of(new OutOfMemoryError())).hasMessageContaining("give it more with --memory");
    }
}
