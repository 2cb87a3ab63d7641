package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the child process that works on platform telemetry is to do; it follows the platform's scope on standard input.
 *
 * @param configuration absolute path of the {@code conf} folder
 * @param scratch absolute path of the child's private folder, removed by the parent afterwards
 * @param now when the command was given; decides which days are over
 * @param ingest set for {@link Action#INGEST} alone
 * @param demo set for {@link Action#DEMO} alone
 * @param simulation set for {@link Action#SIMULATE} alone
 */
public record TelemetryRequest(
        Action action,
        String configuration,
        String scratch,
        String codeVersion,
        Instant now,
        Ingest ingest,
        Demo demo,
        Simulation simulation) {
    public TelemetryRequest {
        requireNonNull(action, "action");
        requireNonNull(configuration, "configuration");
        requireNonNull(scratch, "scratch");
        requireNonNull(codeVersion, "codeVersion");
        requireNonNull(now, "now");
        if ((ingest != null) != (action == Action.INGEST)
                || (demo != null) != (action == Action.DEMO)
                || (simulation != null) != (action == Action.SIMULATE)) {
            throw new IllegalArgumentException("Invalid telemetry request: its parts do not fit its action");
        }
    }

    /** The steps of telemetry, each a process of its own. */
    public enum Action {
        /** Counts files into exact vectors of the restricted zone. */
        INGEST,
        /** Releases the exact vectors that were not yet, with noise, and computes the views. */
        RELEASE,
        /** Computes the views again, from the release alone. */
        VIEW,
        /** Makes up a week of telemetry, ingests and releases it. */
        DEMO,
        /** Releases a made-up fleet, in memory, to see how precise its figures are. */
        SIMULATE
    }

    /** How input files are written. */
    public enum Format {
        /** OTLP JSON lines, plain or gzip. */
        OTLP,
        /** Spans of the Nezha test bed as CSV; for the probe lane. */
        NEZHA,
        /** Lines of a web server in the combined format; for the probe lane. */
        ACCESS_LOG
    }

    /** What runs the aggregation; both give the same bytes. */
    public enum Runner {
        DIRECT,
        SPARK
    }

    /**
     * @param inputs of the tenants' lane and of the probe's
     * @param through the last day to count, UTC; null for the day before {@code now}
     */
    public record Ingest(List<Input> inputs, LocalDate through, Runner runner) {
        public Ingest {
            inputs = List.copyOf(inputs);
            requireNonNull(runner, "runner");
        }
    }

    /**
     * Files of one form and lane.
     *
     * @param files absolute paths
     * @param probe the files are the probe's own: exact figures, kept apart from the tenants'
     */
    public record Input(List<String> files, Format format, boolean probe) {
        public Input {
            files = List.copyOf(files);
            requireNonNull(format, "format");
            if (format != Format.OTLP && !probe) {
                throw new IllegalArgumentException("Invalid input: only OTLP says which tenant a record is of");
            }
        }
    }

    /**
     * @param folder absolute path of the folder that the made-up files go to
     * @param through the last of the days, UTC
     */
    public record Demo(String folder, int tenants, int days, LocalDate through, long seed) {
        public Demo {
            requireNonNull(folder, "folder");
            requireNonNull(through, "through");
        }
    }

    /**
     * @param tenants of the fleet
     * @param runs independent releases that errors are taken over
     */
    public record Simulation(int tenants, int days, int runs, long seed) {}
}
