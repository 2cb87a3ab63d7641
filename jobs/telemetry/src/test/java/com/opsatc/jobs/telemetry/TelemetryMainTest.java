package com.opsatc.jobs.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.pipe.MessageWriter;
import com.opsatc.contract.run.RunMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TelemetryMainTest {
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void run_withArguments_isRefused() {
        assertThat(run(new String[] {"release"}, "")).isEqualTo(2);
        assertThat(failure().code()).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(failure().message())
                .isEqualTo(
                        "Cannot start: this program takes no arguments, its request comes on standard input; use opsatc"
                                + " telemetry");
    }

    @Test
    void run_withATenantsHandOver_isRefused() {
        assertThat(run(new String[0], "OPSATCH1\0\0\0\2xx")).isEqualTo(1);
        assertThat(failure().message()).contains("the bytes on the pipe are not");
    }

    private int run(String[] arguments, String in) {
        return TelemetryMain.run(
                arguments,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.ISO_8859_1)),
                new MessageWriter(messages, () -> 0));
    }

    private RunMessage.Failure failure() {
        return CanonicalJson.read(messages.toByteArray(), RunMessage.class).failure();
    }
}
