package com.opsatc.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
    @Test
    void exitCode_everyCode_isOneOfTheDocumentedSet() {
        assertThat(Arrays.stream(ErrorCode.values())
                        .mapToInt(ErrorCode::exitCode)
                        .distinct()
                        .sorted()
                        .toArray())
                .containsExactly(1, 2, 3, 4, 5, 75, 130);
    }

    @Test
    void message_pipelineException_keepsCodeAndText() {
        var failure = new PipelineException(ErrorCode.LOCKED, "Cannot run tenant acme: held");
        assertThat(failure.code()).isEqualTo(ErrorCode.LOCKED);
        assertThat(failure).hasMessage("Cannot run tenant acme: held");
    }
}
