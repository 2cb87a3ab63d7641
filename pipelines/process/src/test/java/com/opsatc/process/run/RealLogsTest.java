package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.PublishedFigures;
import com.opsatc.process.testing.RealData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Public event logs, run from file to published documents, against figures that other tools computed. The two logs that
 * have a connector of their own are held against theirs in {@link ShippedConnectorsTest}.
 */
class RealLogsTest {
    static Stream<String> logs() {
        return Stream.of(
                "bpic2020/BPI_2020_DomesticDeclarations",
                "bpic2020/BPI_2020_RequestForPayment",
                "bpic2013/BPIC13_open_problems",
                "bpic2013/BPIC13_closed_problems",
                "sepsis/SEPSIS_henrik",
                "receipt/08_receipt");
    }

    @ParameterizedTest
    @MethodSource("logs")
    void run_realLog_givesThePublishedFigures(String log) {
        Path file = RealData.file(log + ".xes.gz");
        PublishedFigures expected = LogFigures.expected(file);
        TestTenant tenant = Platform.tenant("log-" + expected.tenantName(), "UTC")
                .with("log", "generic/xes", file, "UTC", Map.of());

        RunOutcome outcome = tenant.run();

        assertThat(outcome.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(List.of(outcome.read(), outcome.admitted(), outcome.quarantined(), outcome.duplicate()))
                .containsExactly(expected.events(), expected.events(), 0L, 0L);
        LogFigures.assertPublished(tenant, expected);
        LogFigures.assertHeldBySql(tenant);
    }
}
