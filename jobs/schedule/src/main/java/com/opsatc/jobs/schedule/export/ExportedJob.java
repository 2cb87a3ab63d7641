package com.opsatc.jobs.schedule.export;

import static java.util.Objects.requireNonNull;

import com.cronutils.model.field.CronFieldName;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.schedule.declare.CronField;
import com.opsatc.jobs.schedule.declare.ScheduledJob;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One job for one tenant, or for the platform.
 *
 * @param id a name of at most 52 characters of a-z 0-9 -, as Kubernetes wants the shortest
 * @param verb the words of our command that do it
 */
public record ExportedJob(String id, ScheduledJob job, String subject, List<String> verb) {
    private static final int LONGEST_ID = 52;
    private static final int DIGEST = 8;

    public ExportedJob {
        requireNonNull(id, "id");
        requireNonNull(job, "job");
        requireNonNull(subject, "subject");
        verb = List.copyOf(verb);
    }

    /** Each job and each tenant of it, in their order. */
    public static List<ExportedJob> of(List<ScheduledJob> jobs, List<TenantId> tenants) {
        return jobs.stream()
                .flatMap(job -> job.subjects(tenants).stream().map(subject -> of(job, subject)))
                .toList();
    }

    private static ExportedJob of(ScheduledJob job, String subject) {
        boolean platform = subject.equals(ScheduledJob.PLATFORM);

        return new ExportedJob(
                id("opsatc-" + job.name() + (platform ? "" : "-" + subject)),
                job,
                subject,
                platform ? job.does().command() : job.does().command(new TenantId(subject)));
    }

    /** What is done, in words. */
    String title() {
        return "OpsATC " + job.name() + ": " + String.join(" ", verb);
    }

    CronField field(CronFieldName name) {
        return job.times().field(name);
    }

    /** Five fields that all kinds of cron read alike: numbers only, no steps, Sunday is 0. */
    String plainCron() {
        return Stream.of(
                        CronFieldName.MINUTE,
                        CronFieldName.HOUR,
                        CronFieldName.DAY_OF_MONTH,
                        CronFieldName.MONTH,
                        CronFieldName.DAY_OF_WEEK)
                .map(name -> field(name).text())
                .collect(Collectors.joining(" "));
    }

    private static String id(String name) {
        return name.length() <= LONGEST_ID
                ? name
                : name.substring(0, LONGEST_ID - DIGEST - 1) + "-"
                        + Sha256.of(name).hex().substring(0, DIGEST);
    }
}
