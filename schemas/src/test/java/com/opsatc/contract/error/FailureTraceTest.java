package com.opsatc.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTraceTest {
    @Test
    void of_failureWithForeignCause_keepsOnlyOurMessage() {
        var failure = new PipelineException(
                ErrorCode.STORE,
                "Cannot read x: it was cut",
                new NumberFormatException("For input string: \"s3cr3t\""));

        assertThat(FailureTrace.of(failure))
                .startsWith("com.opsatc.contract.error.PipelineException STORE: Cannot read x: it was cut\n    at ")
                .contains("\ncaused by java.lang.NumberFormatException\n    at ")
                .contains("FailureTraceTest")
                .doesNotContain("s3cr3t");
    }

    @Test
    void of_causesInACircle_ends() {
        var first = new IllegalStateException("a");
        first.initCause(new IllegalStateException("b", first));

        assertThat(FailureTrace.of(first).lines().filter(line -> line.startsWith("caused by")))
                .hasSize(11);
    }
}
