package com.opsatc.contract.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunMessageTest {
    private static RunRequest request(String attempt, int cores, List<RunRequest.Source> sources) {
        return RunRequestBuilder.builder()
                .tenant(new TenantId("acme"))
                .mode(RunRequest.Mode.PUBLISH)
                .zone("UTC")
                .logicalDate(LocalDate.of(2026, 3, 2))
                .attemptId(attempt)
                .startedAt(Instant.parse("2026-03-03T04:05:06.789012Z"))
                .sources(sources)
                .withdrawn(List.of(new RunRequest.Withdrawn("xes", Sha256.of("file"))))
                .configuration("/conf")
                .scratch("/scratch")
                .codeVersion("0.1.0")
                .cores(cores)
                .build();
    }

    private static final List<RunRequest.Source> SOURCES = List.of(new RunRequest.Source(
            "xes", "generic/xes", "/data", "Europe/Berlin", new TreeMap<>(java.util.Map.of("a", "b"))));

    @Test
    void write_request_isReadBackEqual() {
        RunRequest request = request("a1", 2, SOURCES);

        assertThat(CanonicalJson.read(CanonicalJson.write(request), RunRequest.class))
                .isEqualTo(request);
    }

    @Test
    void write_message_isOneLineWithOnePart() {
        RunMessage message = RunMessage.of(new ProgressEvent("admit", 1, 3, 42, 7, false, null));

        assertThat(new String(CanonicalJson.write(message), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"progress\":{\"done\":1,\"elapsed_ms\":7,\"finished\":false,\"rows\":42,\"stage\":\"admit\","
                                + "\"total\":3}}");
        assertThat(CanonicalJson.read(CanonicalJson.write(message), RunMessage.class))
                .isEqualTo(message);
    }

    @Test
    void construct_messageWithTwoParts_fails() {
        assertThatThrownBy(() -> new RunMessage(
                        new ProgressEvent("admit", 0, 0, 0, 0, false, null),
                        null,
                        null,
                        null,
                        new RunMessage.Failure(ErrorCode.INTERNAL, "x")))
                .hasMessage("Invalid run message: it has 2 parts, expected one");
    }

    @Test
    void construct_requestThatCannotRun_fails() {
        assertThatThrownBy(() -> request("../a", 2, SOURCES))
                .hasMessage("Invalid attempt id: use 1 to 40 of a-z and 0-9");
        assertThatThrownBy(() -> request("a", 0, SOURCES))
                .hasMessage("Invalid number of cores: 0; at least 1 is needed");
        assertThatThrownBy(() -> request("a", 1, List.of())).hasMessage("Invalid run of tenant acme: it has no source");
    }

    @Test
    void construct_outcomeThatDoesNotReconcile_fails() {
        assertThatThrownBy(() -> new RunOutcome(
                        RunOutcome.State.PUBLISHED,
                        "r",
                        null,
                        1,
                        10,
                        8,
                        1,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .hasMessage("Invalid run outcome: rows do not reconcile");
    }
}
