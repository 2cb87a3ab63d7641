package com.opsatc.jobs.schedule.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.SchemaViolation;
import com.opsatc.contract.json.YamlText;
import com.opsatc.contract.text.Nearest;
import com.opsatc.contract.text.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** From the file of a schedule to its jobs; what is wrong is added to a list, with its line. */
final class ScheduleText {
    private static final String RETRY_AFTER = "10min";

    private final YamlText text;
    private final List<String> wrong;

    ScheduleText(YamlText text, List<String> wrong) {
        this.text = text;
        this.wrong = wrong;
    }

    List<ScheduledJob> jobs() {
        List<SchemaViolation> violations = ContractSchemas.violations(SchemaFile.SCHEDULE, text.tree());
        violations.forEach(violation -> wrong.add(text.place(violation.pointer()) + ": " + violation));
        if (!violations.isEmpty()) {
            return List.of();
        }

        SortedMap<String, JsonNode> byName = new TreeMap<>();
        text.tree().path("jobs").fields().forEachRemaining(job -> byName.put(job.getKey(), job.getValue()));
        List<ScheduledJob> jobs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> job : byName.entrySet()) {
            job(job.getKey(), job.getValue()).ifPresent(jobs::add);
        }

        return jobs;
    }

    private Optional<ScheduledJob> job(String name, JsonNode job) {
        String at = "/jobs/" + name;
        Duration deadline = span(job, "deadline", "");
        if (deadline.isZero()) {
            wrong.add(text.place(at + "/deadline") + ": nothing is done in no time; give a deadline of 1s or more");
        }

        List<TenantId> tenants = StreamSupport.stream(job.path("tenants").spliterator(), false)
                .map(tenant -> new TenantId(tenant.textValue()))
                .toList();
        AttemptLimits limits =
                new AttemptLimits(deadline, job.path("retries").asInt(0), span(job, "retry-after", RETRY_AFTER));
        CatchUp catchUp = CatchUp.valueOf(job.path("catch-up").asText("once").toUpperCase(Locale.ROOT));

        return zone(job.path("zone").textValue(), at)
                .flatMap(zone -> times(job.path("cron").textValue(), zone, at))
                .map(times -> new ScheduledJob(
                        name, JobKind.of(job.path("does").textValue()), tenants, times, catchUp, limits));
    }

    private Optional<ZoneId> zone(String name, String at) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            List<String> near = Nearest.of(name, ZoneId.getAvailableZoneIds());
            wrong.add(text.place(at + "/zone") + ": zone is none that is known"
                    + (near.isEmpty()
                            ? "; name one as in Europe/Berlin"
                            : "; did you mean " + String.join(" or ", near) + "?"));
            return Optional.empty();
        }
    }

    private Optional<CronTimes> times(String cron, ZoneId zone, String at) {
        try {
            return Optional.of(CronTimes.of(cron, zone));
        } catch (IllegalArgumentException e) {
            wrong.add(text.place(at + "/cron") + ": cron is no times: " + e.getMessage()
                    + "; write minute, hour, day, month and weekday, as in 30 2 * * MON-FRI");
            return Optional.empty();
        }
    }

    private static Duration span(JsonNode job, String key, String otherwise) {
        return Duration.of(Span.us(job.path(key).asText(otherwise)), ChronoUnit.MICROS);
    }
}
