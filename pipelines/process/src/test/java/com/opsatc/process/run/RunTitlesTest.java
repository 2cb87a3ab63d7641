package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.RunRequestBuilder;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.testing.RealData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunTitlesTest {
    @Test
    void titles_ofSeveralSources_areOfTheFirstThatIsSetElseOfTheConnector() {
        assertThat(titles(
                        source("a", "hospital", Map.of()),
                        source("b", "hospital", Map.of("title", "Sepsis cases")),
                        source("c", "hospital", Map.of("title", "Other cases")),
                        source("d", "road-fines", Map.of()),
                        source("e", null, Map.of())))
                .containsExactly(
                        Map.entry("hospital", "Sepsis cases"),
                        Map.entry("road-fines", "Road fines"),
                        Map.entry("xes", "Event log"));
    }

    private static Map<String, String> titles(RunRequest.Source... sources) {
        return RunConfiguration.load(RunRequestBuilder.builder()
                        .tenant(new TenantId("acme"))
                        .mode(RunRequest.Mode.PUBLISH)
                        .zone("UTC")
                        .attemptId("a1")
                        .startedAt(Instant.EPOCH)
                        .sources(List.of(sources))
                        .configuration(RealData.conf().toString())
                        .scratch("none")
                        .codeVersion("test")
                        .cores(1)
                        .build())
                .titles();
    }

    private static RunRequest.Source source(String name, String process, Map<String, String> settings) {
        return new RunRequest.Source(name, "generic/xes", "none", "UTC", new TreeMap<>(settings), process);
    }
}
