package com.opsatc.jobs.schedule.export;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.AttemptLimits;
import com.opsatc.jobs.schedule.declare.CatchUp;
import com.opsatc.jobs.schedule.declare.CronTimes;
import com.opsatc.jobs.schedule.declare.JobKind;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Jobs of every kind, at a place whose names need quoting. */
final class ExportedSample {
    static final ExportPlace PLACE = new ExportPlace(
            Path.of("/opt/opsatc/opsatc"), Path.of("/srv/it's 100% home"), "/etc/opsatc/root.key", "opsatc:1");

    private ExportedSample() {}

    static ScheduledJob job(String name, JobKind does, String cron, CatchUp catchUp, int retries) {
        return new ScheduledJob(
                name,
                does,
                List.of(),
                CronTimes.of(cron, ZoneId.of("Europe/Berlin")),
                catchUp,
                new AttemptLimits(Duration.ofHours(6), retries, Duration.ofMinutes(15)));
    }

    static List<ExportedJob> jobs() {
        return ExportedJob.of(
                List.of(
                        job("nightly", JobKind.RUN, "30 2 * * MON-FRI", CatchUp.ONCE, 2),
                        job("check", JobKind.VERIFY, "0 6 1 * 0", CatchUp.SKIP, 0),
                        job("telemetry-day", JobKind.TELEMETRY_INGEST, "*/20 1 * * *", CatchUp.SKIP, 1)),
                List.of(new TenantId("acme"), new TenantId("globex")));
    }

    /** The one file of a target that writes one. */
    static String file(ExportTarget target) {
        return target.files(jobs(), PLACE).values().iterator().next();
    }
}
