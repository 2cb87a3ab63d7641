package com.opsatc.jobs.schedule.declare;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The jobs that run by themselves, by name.
 *
 * @param file where they are declared
 */
public record Schedule(Path file, List<ScheduledJob> jobs) {
    public Schedule {
        requireNonNull(file, "file");
        jobs = List.copyOf(jobs);
    }

    /**
     * What the home declares in {@code conf/schedule.yaml}; without that file, what the installation does; without either,
     * nothing.
     *
     * @param installation the installation's folder of configuration
     * @param home the home's folder; it need not exist
     * @throws PipelineException (configuration) listing all that is wrong, with lines
     */
    public static Schedule load(Path installation, Path home) {
        Path own = home.resolve("conf").resolve("schedule.yaml");
        Path file = Files.exists(own) ? own : installation.resolve("schedule.yaml");
        if (!Files.exists(file)) {
            return new Schedule(own, List.of());
        }

        List<String> wrong = new ArrayList<>();
        List<ScheduledJob> jobs = YamlText.of("conf/schedule.yaml", file, wrong)
                .map(text -> new ScheduleText(text, wrong).jobs())
                .orElse(List.of());
        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the schedule " + file + ": " + String.join("; ", wrong));
        }

        return new Schedule(file, jobs);
    }

    /** The job of some that comes first after an instant; of several at one time the first by name. */
    public Optional<ScheduledJob> next(Instant after, Predicate<ScheduledJob> some) {
        return jobs.stream()
                .filter(some)
                .min(Comparator.comparing(job -> job.times().next(after)));
    }
}
