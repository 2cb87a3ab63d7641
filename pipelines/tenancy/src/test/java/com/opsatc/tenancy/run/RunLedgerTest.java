package com.opsatc.tenancy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept of attempts that came to no head. */
@ExtendWith(Platforms.Extension.class)
class RunLedgerTest {
    private final TenantScope scope;

    RunLedgerTest(TenantScope scope) {
        this.scope = scope;
    }

    @Test
    void failed_beforeItStarted_isInTheLedgerOnce() {
        RunLedger.failed(scope, "a1", ErrorCode.CONFIGURATION, "Cannot read the path", Platforms.NOW);
        RunLedger.failed(scope, "a1", ErrorCode.INTERNAL, "another", Platforms.NOW);

        assertThat(RunLedger.list(scope)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.FAILED);
            assertThat(run.errorMessage()).isEqualTo("Cannot read the path");
        });
    }

    @Test
    void keepQuality_ofManyAttempts_forgetsTheFirst() {
        for (int i = 10; i <= 10 + AttemptDocuments.MOST; i++) {
            AttemptDocuments.keepQuality(scope, "a" + i, new byte[] {(byte) i});
        }

        assertThat(AttemptDocuments.quality(scope, "a10")).isEmpty();
        assertThat(AttemptDocuments.quality(scope, "a11")).contains(new byte[] {11});
    }

    @Test
    void fail_started_recordsTheErrorOnce() {
        RunLedger.start(scope, "a1", Platforms.NOW);
        RunLedger.fail(scope, "a1", ErrorCode.QUALITY_GATE, "Cannot publish: a rule failed", Platforms.NOW);
        Run run = RunLedger.list(scope).get(0);
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.errorCode()).isEqualTo(ErrorCode.QUALITY_GATE);
        assertThat(run.errorMessage()).isEqualTo("Cannot publish: a rule failed");
        assertThatThrownBy(() -> RunLedger.stage(scope, "a1", "late", Map.of()))
                .hasMessageContaining("the attempt is not started");
    }
}
