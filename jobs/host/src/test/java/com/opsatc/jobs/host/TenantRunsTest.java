package com.opsatc.jobs.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.id.TenantId;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantRunsTest {
    private static final List<TenantId> TENANTS =
            Stream.of("t1", "t2", "t3", "t4").map(TenantId::new).toList();

    @Test
    void of_twoAtOnce_meetAndKeepTheOrder() {
        CyclicBarrier pair = new CyclicBarrier(2);

        List<RunResult> results = TenantRuns.of(TENANTS, 2, tenant -> met(tenant, pair));

        assertThat(results).extracting(RunResult::tenant).containsExactlyElementsOf(TENANTS);
    }

    @Test
    void of_oneAtOnce_neverRunsTwo() {
        AtomicInteger running = new AtomicInteger();

        List<RunResult> results = TenantRuns.of(TENANTS, 1, tenant -> {
            int now = running.incrementAndGet();
            RunResult result = RunResult.failed(tenant, ErrorCode.INTERNAL, "running " + now);
            running.decrementAndGet();

            return result;
        });

        assertThat(results).extracting(result -> result.failure().message()).containsOnly("running 1");
    }

    @Test
    void of_noTenants_isEmpty() {
        assertThat(TenantRuns.of(List.of(), 3, tenant -> met(tenant, new CyclicBarrier(2))))
                .isEmpty();
    }

    @Test
    void coresEach_sharesWhatThereIs() {
        assertThat(TenantRuns.coresEach(8, 3, 2)).isEqualTo(4);
        assertThat(TenantRuns.coresEach(8, 1, 4)).isEqualTo(8);
        assertThat(TenantRuns.coresEach(2, 5, 4)).isEqualTo(1);
        assertThat(TenantRuns.coresEach(2, 0, 1)).isEqualTo(2);
    }

    private static RunResult met(TenantId tenant, CyclicBarrier pair) {
        try {
            pair.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }

        return RunResult.failed(tenant, ErrorCode.INTERNAL, "met another");
    }
}
