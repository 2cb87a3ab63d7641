package com.opsatc.contract.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final MessageWriter writer = new MessageWriter(bytes, nanos::get);

    private void later(int ms) {
        nanos.addAndGet(ms * 1_000_000L);
    }

    private String[] lines() {
        return bytes.toString(StandardCharsets.UTF_8).split("\n");
    }

    @Test
    void progress_withinATenthOfASecond_isThinned() {
        writer.progress("admit", 0, 3, 0);
        later(99);
        writer.progress("admit", 1, 3, 10);
        later(1);
        writer.progress("admit", 2, 3, 20);
        writer.finished("admit", 30, "2 quarantined");

        assertThat(lines())
                .containsExactly(
                        "{\"progress\":{\"done\":0,\"elapsed_ms\":0,\"finished\":false,\"rows\":0,\"stage\":\"admit\",\"total\":3}}",
                        "{\"progress\":{\"done\":2,\"elapsed_ms\":100,\"finished\":false,\"rows\":20,\"stage\":\"admit\",\"total\":3}}",
                        "{\"progress\":{\"done\":1,\"elapsed_ms\":100,\"finished\":true,\"note\":\"2 quarantined\",\"rows\":30,\"stage\":\"admit\",\"total\":1}}");
    }

    @Test
    void failure_isOneLineWithItsCode() {
        writer.failure(ErrorCode.QUALITY_GATE, "Cannot publish: \n rule failed");

        assertThat(lines())
                .containsExactly(
                        "{\"failure\":{\"code\":\"QUALITY_GATE\",\"message\":\"Cannot publish: \\n rule failed\"}}");
    }
}
