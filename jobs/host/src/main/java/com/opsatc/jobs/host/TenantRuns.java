package com.opsatc.jobs.host;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs of several tenants, up to a number of them at once; their results stand in the order of the tenants. */
public final class TenantRuns {
    private TenantRuns() {}

    /**
     * How many cores each run may use, so that all that run at once share the machine.
     *
     * @param atOnce how many runs at most, from 1
     */
    public static int coresEach(int processors, int tenants, int atOnce) {
        return Math.max(1, processors / Math.max(1, Math.min(tenants, atOnce)));
    }

    /** @param run gives a result for a failure too, so that one tenant's never keeps another from running */
    public static List<RunResult> of(List<TenantId> tenants, int atOnce, Function<TenantId, RunResult> run) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<RunResult>> runs = new ArrayList<>();
            tenants.forEach(tenant -> runs.add(() -> run.apply(tenant)));
            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> each : workers.invokeAll(runs)) {
                results.add(each.get());
            }

            return List.copyOf(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException(ErrorCode.INTERRUPTED, "Interrupted: nothing more was published", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run gave no result", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
