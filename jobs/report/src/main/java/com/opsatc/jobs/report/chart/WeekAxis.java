package com.opsatc.jobs.report.chart;

import com.opsatc.contract.figure.SeriesPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A weekly series as both charts read it: where a week stands, and which weeks a line may join. */
record WeekAxis(List<SeriesPoint> points) {
    WeekAxis {
        points = List.copyOf(points);
    }

    List<SeriesPoint> measured() {
        return points.stream().filter(point -> point.value() != null).toList();
    }

    /** Weeks from the first to the last, both included; a week that is missing from the series has its place too. */
    long span() {
        return points.isEmpty()
                ? 0
                : between(points.get(0).week(), points.get(points.size() - 1).week()) + 1;
    }

    /** The place of a week from 0 (first) to 1 (last); the middle where there is one week only. */
    double place(LocalDate week) {
        return span() < 2 ? 0.5 : (double) between(points.get(0).week(), week) / (span() - 1);
    }

    /** Runs of weeks that take part and follow each other: any other week, or a missing one, ends a run. */
    List<List<SeriesPoint>> runs() {
        List<List<SeriesPoint>> runs = new ArrayList<>();
        List<SeriesPoint> run = new ArrayList<>();
        for (SeriesPoint point : points) {
            boolean follows = !run.isEmpty() && between(run.get(run.size() - 1).week(), point.week()) == 1;
            if (!run.isEmpty() && (!point.takesPart() || !follows)) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            if (point.takesPart()) {
                run.add(point);
            }
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }

        return runs;
    }

    double least() {
        return measured().stream()
                .map(SeriesPoint::value)
                .mapToDouble(BigDecimal::doubleValue)
                .min()
                .orElse(0);
    }

    double most() {
        return measured().stream()
                .map(SeriesPoint::value)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    private static long between(LocalDate from, LocalDate to) {
        return ChronoUnit.WEEKS.between(from, to);
    }
}
