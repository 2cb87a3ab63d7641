package com.opsatc.contract.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.RunRequestBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    private static final RunRequest REQUEST = RunRequestBuilder.builder()
            .tenant(new TenantId("acme"))
            .mode(RunRequest.Mode.PUBLISH)
            .zone("UTC")
            .attemptId("a1")
            .startedAt(Instant.EPOCH)
            .sources(List.of(new RunRequest.Source("log", "generic/xes", "/data", "UTC", new TreeMap<>())))
            .configuration("/conf")
            .scratch("/scratch")
            .codeVersion("0.1.0")
            .cores(1)
            .build();

    private static byte[] framed(byte[] body, int length) {
        return ByteBuffer.allocate(4 + body.length).putInt(length).put(body).array();
    }

    @Test
    void read_framedRequest_leavesWhatFollows() throws IOException {
        byte[] body = CanonicalJson.write(REQUEST);
        var in = new ByteArrayInputStream(framed(Arrays.copyOf(body, body.length + 1), body.length));

        assertThat(RequestReader.read(in, RunRequest.class)).isEqualTo(REQUEST);
        assertThat(in.available()).isEqualTo(1);
    }

    @Test
    void read_anythingElse_isRefused() {
        assertRefused(new byte[0], "it ends early");
        assertRefused(new byte[] {0, 0}, "it ends early");
        assertRefused(
                "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                "its length is out of bounds");
        assertRefused(framed(new byte[0], -1), "its length is out of bounds");
        assertRefused(framed(new byte[0], (1 << 20) + 1), "its length is out of bounds");
    }

    @Test
    void read_requestThatEndsEarly_isRefused() {
        byte[] body = CanonicalJson.write(REQUEST);

        assertThatThrownBy(() -> RequestReader.read(
                        new ByteArrayInputStream(framed(Arrays.copyOf(body, body.length - 1), body.length)),
                        RunRequest.class))
                .hasMessageContaining("ends early");
    }

    private static void assertRefused(byte[] bytes, String why) {
        assertThatThrownBy(() -> RequestReader.read(new ByteArrayInputStream(bytes), RunRequest.class))
                .hasMessage("Cannot read the request on standard input: " + why
                        + "; this program is started by opsatc, not by hand");
    }
}
