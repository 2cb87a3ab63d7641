package com.opsatc.tenancy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.Platforms;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TenantLockTest {
    @Test
    void acquire_heldByAnother_failsUntilItIsGivenBack() {
        TenantId tenant = Platforms.tenant();
        try (TenantScope first = Platforms.scope(tenant, Purpose.RUN);
                TenantScope second = Platforms.scope(tenant, Purpose.RUN);
                TenantScope other = Platforms.scope(Platforms.tenant(), Purpose.RUN)) {
            TenantLock lock = TenantLock.acquire(first);
            lock.requireHeld();
            assertThatThrownBy(() -> TenantLock.acquire(second))
                    .isInstanceOfSatisfying(
                            LockedException.class,
                            e -> assertThat(e.code().exitCode()).isEqualTo(75))
                    .hasMessage(
                            "Cannot run tenant " + tenant + ": another run of it is going on; wait for it, or end it");
            TenantLock.acquire(other).close();
            lock.close();
            lock.close();
            assertThatThrownBy(lock::requireHeld).hasMessageContaining("its lock was lost");
            TenantLock.acquire(second).close();
        }
    }

    @Test
    void acquire_manyAtOnce_hasOneHolder() throws Exception {
        TenantId tenant = Platforms.tenant();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        CyclicBarrier tried = new CyclicBarrier(6);
        try (TenantScope scope = Platforms.scope(tenant, Purpose.RUN)) {
            List<Callable<Integer>> runners = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runners.add(() -> {
                    try (TenantLock lock = TenantLock.acquire(scope)) {
                        tried.await();
                        return 1;
                    } catch (LockedException e) {
                        tried.await();
                        return 0;
                    }
                });
            }

            int holders = 0;
            for (Future<Integer> holder : threads.invokeAll(runners)) {
                holders += holder.get();
            }

            assertThat(holders).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }
}
