package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SwitchedOffTest {
    @Test
    void run_switchedOffAndNothingNew_isRefusedToo(@TempDir Path extracts) throws Exception {
        Files.writeString(extracts.resolve("log.csv"), "case,activity,at\none,Begin,2026-02-09T10:00:00Z\n");
        TestTenant tenant = Platform.tenant("switched-later", "UTC")
                .with(
                        "log",
                        "generic/event-log",
                        extracts,
                        "UTC",
                        Map.of("case", "case", "activity", "activity", "timestamp", "at"));
        tenant.run();
        try (TenantScope scope = tenant.open(Purpose.ADMINISTER)) {
            WorkflowSwitch.turn(scope, false);
        }

        for (RunRequest.Mode mode : List.of(RunRequest.Mode.PUBLISH, RunRequest.Mode.DRY_RUN)) {
            assertThatThrownBy(() -> tenant.run(mode, null, ProgressSink.NONE))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED));
        }
    }

    @Test
    void run_switchedOff_readsNoExtractAndPublishesNothing(@TempDir Path extracts) throws Exception {
        // A run that began would refuse this file, and say so.
        Files.writeString(extracts.resolve("log.xes"), "no log");
        TestTenant tenant =
                Platform.tenant("switched-off", "UTC").with("log", "generic/xes", extracts, "UTC", Map.of());
        try (TenantScope scope = tenant.open(Purpose.ADMINISTER)) {
            WorkflowSwitch.turn(scope, false);
        }

        assertThatThrownBy(tenant::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage("Cannot run tenant switched-off: publishing is switched off; switch it on first with"
                        + " 'opsatc tenant switch switched-off on'");
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            assertThat(Published.current(scope)).isEmpty();
        }
    }
}
