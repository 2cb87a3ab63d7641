package com.opsatc.contract.telemetry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Exact figures of the probe on a day: synthetic operations that the platform replays against itself, no customer's.
 *
 * @param source what was read: {@code otlp}, {@code nezha-spans}, {@code access-log}
 * @param service one of the manifest's probe services, {@code _OTHER} for the rest, {@code _ALL} for all together
 * @param operations how many
 * @param errors how many of them failed; null when the source does not say
 * @param meanUs mean duration in microseconds; null when the source has no durations, as all durations
 * @param p50Us quantiles of type 7, in microseconds
 * @param bucketCounts operations in each latency bucket of the manifest; empty when the source has no durations
 */
public record ProbeFigures(
        LocalDate day,
        String source,
        String service,
        long operations,
        Long errors,
        BigDecimal meanUs,
        Long p50Us,
        Long p90Us,
        Long p95Us,
        Long p99Us,
        Long maxUs,
        List<Long> bucketCounts) {
    public ProbeFigures {
        requireNonNull(day, "day");
        requireNonNull(source, "source");
        requireNonNull(service, "service");
        bucketCounts = List.copyOf(bucketCounts);
    }
}
