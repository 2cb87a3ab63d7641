package com.opsatc.jobs.schedule.declare;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import java.util.List;

/**
 * One declared job.
 *
 * @param tenants it is for; empty for every tenant, and for a job that is of no tenant
 */
public record ScheduledJob(
        String name, JobKind does, List<TenantId> tenants, CronTimes times, CatchUp catchUp, AttemptLimits limits) {
    /** Stands where a tenant's name stands, for jobs of no tenant; no tenant's name has a capital. */
    public static final String PLATFORM = "PLATFORM";

    public ScheduledJob {
        requireNonNull(name, "name");
        requireNonNull(does, "does");
        tenants = List.copyOf(tenants);
        requireNonNull(times, "times");
        requireNonNull(catchUp, "catchUp");
        requireNonNull(limits, "limits");
    }

    /** Whether it is for every tenant that there is. */
    public boolean isForAll() {
        return does.isOfTenants() && tenants.isEmpty();
    }

    /**
     * Whom it is done for, each on its own: names of tenants, or {@link #PLATFORM}.
     *
     * @param all the tenants that there are
     */
    public List<String> subjects(List<TenantId> all) {
        if (!does.isOfTenants()) {
            return List.of(PLATFORM);
        }

        return (tenants.isEmpty() ? all : tenants).stream().map(TenantId::value).toList();
    }

    /** Whom it is for, in words. */
    public String whom() {
        if (!does.isOfTenants()) {
            return "the platform";
        }

        return tenants.isEmpty()
                ? "every tenant"
                : String.join(", ", tenants.stream().map(TenantId::value).toList());
    }
}
